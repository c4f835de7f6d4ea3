import ArgumentParser
import Formats

/// Which part of a list is shown.
struct PageOptions: ParsableArguments {
    @Option(help: "How many at most.")
    var limit = 100

    @Option(help: "Where to go on, from the end of a list.")
    var cursor: String?

    /// What the service is asked with.
    var query: String {
        "limit=\(limit)" + (cursor.map { "&cursor=\(PercentEncoding.encode($0))" } ?? "")
    }
}
