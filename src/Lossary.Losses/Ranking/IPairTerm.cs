namespace Lossary.Losses;

/// <summary>What a pair of items costs by how far the better one's score lies above the other's.</summary>
/// <remarks>As a formula, of that margin and the gap, it gives second derivatives.</remarks>
internal interface IPairTerm : ISampleFormula
{
    /// <summary>The cost.</summary>
    /// <param name="margin">The better item's score less the other's.</param>
    /// <param name="gap">The better item's relevance less the other's; positive.</param>
    /// <param name="slope">The derivative by the margin.</param>
    double Value(double margin, double gap, out double slope);
}
