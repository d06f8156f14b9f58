namespace Lossary.Reports;

/// <summary>Names lines at their ends, moved apart where they would overlap.</summary>
internal static class EndLabels
{
    private const double LineHeight = 15;

    /// <summary>Places for labels as near as possible to the wished ones, a line's height apart, inside the
    /// room.</summary>
    /// <returns>The places in the order of the wishes.</returns>
    public static double[] Spread(IReadOnlyList<double> wishes, double top, double bottom)
    {
        int[] order = [.. Enumerable.Range(0, wishes.Count).OrderBy(i => wishes[i])];
        double height = wishes.Count < 2 ? LineHeight : Math.Min(LineHeight, (bottom - top) / (wishes.Count - 1));
        double[] places = new double[wishes.Count];
        double least = top;
        foreach (int i in order)
        {
            places[i] = Math.Max(wishes[i], least);
            least = places[i] + height;
        }

        double most = bottom;
        foreach (int i in order.Reverse())
        {
            places[i] = Math.Min(places[i], most);
            most = places[i] - height;
        }

        return places;
    }
}
