/// What is running.
enum Version {
    static let text = "0.1.0"

    /// The commit that it was built from, where whoever built it wrote that into `BuiltIn/revision.txt`, as the Dockerfile does.
    static let revision: String? = {
        let text = String(decoding: PackageResources.revision_txt, as: UTF8.self)
        let isHash = !text.isEmpty && text.utf8.count <= 64 && text.allSatisfy(\.isHexDigit)
        return isHash ? text : nil
    }()

    /// `0.1.0 (933a19d)`.
    static let full = revision.map { "\(text) (\($0.prefix(7)))" } ?? text
}
