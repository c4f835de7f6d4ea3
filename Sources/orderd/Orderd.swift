@main struct Orderd { static func main() {} }
