/// Which interfaces belong to each group, which subnets to each VPC and the like: lists of numbers in two arrays.
///
/// Nothing at all is kept where there is nothing to list, however many lists there are.
struct Incidence: Sendable {
    /// Where the list of each begins in `items`, and where the last ends.
    private var starts: [Int32] = []
    private var items: [Int32] = []

    /// `pairs`: calls its argument with the number of a list and of an item, items in order; it is asked twice.
    init(count: Int, _ pairs: ((_ list: Int, _ item: Int32) -> Void) -> Void) {
        var sizes = [Int32](repeating: 0, count: count + 1)
        var total = 0
        pairs { list, _ in
            sizes[list + 1] += 1
            total += 1
        }
        guard total > 0 else { return }
        for list in 0..<count { sizes[list + 1] += sizes[list] }
        starts = sizes
        items = [Int32](repeating: 0, count: total)
        pairs { list, item in
            items[Int(sizes[list])] = item
            sizes[list] += 1
        }
    }

    /// The items of one list, in input order.
    subscript(list: Int) -> ArraySlice<Int32> {
        items.isEmpty ? [] : items[Int(starts[list])..<Int(starts[list + 1])]
    }
}
