/// The Python program that runs a handler.
enum PythonBootstrap {
    static let text = String(decoding: PackageResources.bootstrap_py, as: UTF8.self)
}
