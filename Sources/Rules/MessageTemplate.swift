package import Expressions

/// A message with holes.
package struct MessageTemplate: Sendable {
    /// What fills a hole.
    package enum Part: Sendable {
        case text(String)
        /// Id and name of the resource.
        case resource
        /// The entry of `for_each`, or its name in a sentence.
        case entry
        /// A field of the resource or of the entry.
        case value(Expression)
    }

    package var parts: [Part]
}
