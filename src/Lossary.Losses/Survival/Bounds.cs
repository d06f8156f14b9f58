namespace Lossary.Losses;

/// <summary>Examples of bounds of a time.</summary>
internal static class Bounds
{
    /// <summary>Makes of drawn numbers every kind of row in turn: known, between, after, before.</summary>
    public static void Arrange(Span<double> lower, Span<double> upper)
    {
        for (int row = 0; row < lower.Length; row++)
        {
            (lower[row], upper[row]) = (row % 4) switch
            {
                0 => (upper[row], upper[row]),
                1 => (0.5 * upper[row], upper[row]),
                2 => (upper[row], double.PositiveInfinity),
                _ => (0, upper[row]),
            };
        }
    }
}
