package import Diagnostics

/// A thing in the inventory that a fact rests on: an entry of a group or ACL, a route, a resource.
package struct Clue: Sendable {
    /// What it is: `network_acls.acl-1.egress[0]`, `instances.i-1`.
    package var path: String
    /// What it says.
    package var text: String
    /// Where it stands.
    package var span: SourceSpan?

    package init(_ path: String, _ text: String, _ span: SourceSpan?) {
        (self.path, self.text, self.span) = (path, text, span)
    }
}

/// The value of a fact that is worked out when somebody reads it.
package enum FactValue: Sendable {
    case text(String)
    case number(Double)
    case texts([String])
    /// Not known; what the inventory would have to say.
    case unknown([String])
}
