extension JSONValue {
    /// The value with a patch applied to it (RFC 7396): a member that is null goes, an object changes members, anything else
    /// takes the place of what was there.
    package func merging(_ patch: JSONValue) -> JSONValue {
        guard let changes = patch.object else { return patch }
        var members = object ?? JSONObject()
        for (name, change) in changes {
            if change.isNull {
                members.removeValue(forKey: name)
            } else {
                members[name] = (members[name] ?? .null).merging(change)
            }
        }
        return .object(members)
    }
}
