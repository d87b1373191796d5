/// Where the price of a product belongs in a book, or why nowhere.
enum Recognition {
    /// `upTo`: where the product is one tier of the price, the amount at which it ends; `.max` for the last tier.
    case figure(item: String, key: String, upTo: Int64?)
    case passed(String)

    /// Which product it is. Offers by their code, products by usage type: those are what bills name and stay the same,
    /// where families and descriptions change.
    static func of(_ product: Product, offer: String) -> Recognition {
        guard !product["regionCode"].isEmpty else { return .passed("without a region code") }
        guard !product.has("locationType") || product["locationType"] == "AWS Region" else {
            return .passed("of Local Zones and other places that are no regions")
        }
        switch (offer, product.family) {
        case ("AmazonEC2", "Compute Instance"), ("AmazonEC2", "Compute Instance (bare metal)"): return instance(product)
        case ("AmazonRDS", "Database Instance"): return database(product)
        case ("AmazonRDS", "Database Storage"), ("AmazonRDS", "Provisioned IOPS"): return databaseStorage(product)
        case ("AmazonElastiCache", "Cache Instance"): return cache(product)
        case ("AmazonRedshift", "Compute Instance"):
            let node = product.usage
            return node.hasPrefix("Node:") ? figure("redshift.node", String(node.dropFirst(5))) : uncovered(product)
        case ("AmazonES", "Amazon OpenSearch Service Instance"):
            return product["instanceType"].hasSuffix(".search")
                ? figure("opensearch.instance", product["instanceType"]) : uncovered(product)
        case ("AWSELB", _): return loadBalancer(product)
        default: break
        }
        guard let known = usages[offer]?[String(product.usage)], known.families?.contains(product.family) ?? true else {
            return uncovered(product)
        }
        if offer == "AmazonVPC",
            known.item == "vpc.transit_gateway_attachment" || known.item == "vpc.transit_gateway_data",
            product["operation"] != "TransitGatewayVPC"
        {
            return .passed("of transit gateway attachments other than VPCs")
        }
        return .figure(item: known.item, key: known.key, upTo: known.upTo)
    }

    private static func figure(_ item: String, _ key: String = "") -> Recognition {
        .figure(item: item, key: key, upTo: nil)
    }

    private static func uncovered(_ product: Product) -> Recognition {
        .passed(product.family.isEmpty ? "that no item is for" : "of the family \(product.family) that no item is for")
    }

    // MARK: Products told apart by attributes

    private static func instance(_ product: Product) -> Recognition {
        guard product["operatingSystem"] == "Linux" else { return .passed("with other operating systems than Linux") }
        guard product["tenancy"] == "Shared" else { return .passed("with other than shared tenancy") }
        guard product["preInstalledSw"] == "NA" else { return .passed("with preinstalled software") }
        guard product["capacitystatus"] == "Used" else { return .passed("of capacity reservations") }
        guard ["", "OnDemand"].contains(product["marketoption"]) else { return .passed("other than on demand") }
        return figure("ec2.instance", product["instanceType"])
    }

    private static func database(_ product: Product) -> Recognition {
        guard let engine = engine(product) else { return .passed("of database engines or licences without a key") }
        guard !product.usage.contains("IOOptimized") else { return .passed("of Aurora I/O-Optimized") }
        switch product["deploymentOption"] {
        case "Single-AZ": return figure("rds.instance", "\(product["instanceType"]) \(engine)")
        case "Multi-AZ", "Multi-AZ (SQL Server Mirror)":
            return figure("rds.instance", "\(product["instanceType"]) \(engine) multi-az")
        default: return .passed("of other deployments than Single-AZ and Multi-AZ")
        }
    }

    /// The engine as the RDS API names it. Oracle Enterprise Edition is sold without its licence, others with it.
    private static func engine(_ product: Product) -> String? {
        let isLicensed = product["licenseModel"] != "Bring your own license"
        switch (product["databaseEngine"], product["databaseEdition"], isLicensed) {
        case ("MySQL", _, _): return "mysql"
        case ("PostgreSQL", _, _): return "postgres"
        case ("MariaDB", _, _): return "mariadb"
        case ("Aurora MySQL", _, _): return "aurora-mysql"
        case ("Aurora PostgreSQL", _, _): return "aurora-postgresql"
        case ("SQL Server", "Enterprise", true): return "sqlserver-ee"
        case ("SQL Server", "Standard", true): return "sqlserver-se"
        case ("SQL Server", "Express", true): return "sqlserver-ex"
        case ("SQL Server", "Web", true): return "sqlserver-web"
        case ("Oracle", "Standard Two", true): return "oracle-se2"
        case ("Oracle", "Enterprise", false): return "oracle-ee"
        default: return nil
        }
    }

    private static func databaseStorage(_ product: Product) -> Recognition {
        guard ["", "Any", "MySQL", "PostgreSQL", "MariaDB"].contains(product["databaseEngine"]) else {
            return .passed("of storage of other engines")
        }
        guard let known = databaseDisks[String(product.usage)] else { return uncovered(product) }
        return figure(known.item, known.key)
    }

    private static let databaseDisks: [String: (item: String, key: String)] = {
        var result: [String: (item: String, key: String)] = [:]
        for (infix, suffix) in [("", ""), ("Multi-AZ-", " multi-az")] {
            for (usage, key) in [
                ("GP2-Storage", "gp2"), ("GP3-Storage", "gp3"), ("PIOPS-Storage", "io1"), ("PIOPS-Storage-IO2", "io2"),
                ("StorageUsage", "standard"),
            ] { result["RDS:\(infix)\(usage)"] = ("rds.storage", key + suffix) }
            for (usage, key) in [("PIOPS", "io1"), ("PIOPS-IO2", "io2"), ("GP3-PIOPS", "gp3")] {
                result["RDS:\(infix)\(usage)"] = ("rds.iops", key + suffix)
            }
        }
        return result
    }()

    private static func cache(_ product: Product) -> Recognition {
        guard product.usage.hasPrefix("NodeUsage:") else { return uncovered(product) }
        return figure("elasticache.node", "\(product["instanceType"]) \(product["cacheEngine"].lowercased())")
    }

    private static func loadBalancer(_ product: Product) -> Recognition {
        let kinds = [
            "Load Balancer-Application": "application", "Load Balancer-Network": "network",
            "Load Balancer-Gateway": "gateway", "Load Balancer": "classic",
        ]
        guard let kind = kinds[product.family] else { return uncovered(product) }
        switch (product.usage, kind) {
        case ("LoadBalancerUsage", _): return figure("elb.\(kind)")
        case ("LCUUsage", "application"), ("LCUUsage", "network"), ("LCUUsage", "gateway"):
            return figure("elb.capacity_unit", kind)
        case ("DataProcessing-Bytes", "classic"): return figure("elb.data", kind)
        default: return uncovered(product)
        }
    }
}
