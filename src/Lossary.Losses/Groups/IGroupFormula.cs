namespace Lossary.Losses;

/// <summary>
/// The loss of rows that depend on one another: a query's items, a stratum's patients, an image's pixels.
/// </summary>
internal interface IGroupFormula
{
    /// <summary>The group's loss, and its derivatives by the first column.</summary>
    /// <param name="rows">The group's numbers.</param>
    /// <param name="gradient">Receives a derivative for each row; zeros when the formula starts.</param>
    /// <param name="weight">What the group weighs in the mean over groups: 0 for one that says nothing.</param>
    double Value(GroupRows rows, Span<double> gradient, out double weight);
}
