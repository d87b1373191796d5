import Foundation
import PackagePlugin

/// Puts the catalog's and the rules' YAML, the tables of access policies and the list prices into the binary, so that `plumb` runs with nothing beside it.
@main
struct EmbedYAML: BuildToolPlugin {
    /// Which folder goes into which target.
    private static let folders = [
        "Catalog": "Sources/Catalog/Types", "Rules": "rules", "AccessPolicies": "Sources/AccessPolicies/Data",
        "Costing": "Sources/Costing/Models",
        "Prices": "Sources/Prices/Data",
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let folder = Self.folders[target.name] else { return [] }
        let directory = context.package.directoryURL.appending(path: folder)
        let inputs = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
            .filter { ["yaml", "tsv"].contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedYAML.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(folder)",
                executable: try context.tool(named: "embed-yaml").url,
                arguments: [output.path(percentEncoded: false)] + inputs.map { $0.path(percentEncoded: false) },
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }
}
