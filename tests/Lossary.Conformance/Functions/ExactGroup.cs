using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// Functions against the exact real number, rounded once: within 4 units in the last place for exp, expm1, log and
/// log1p, 8 for all else, or within the case's own tolerance, which ill-conditioned functions have.
/// </summary>
/// <param name="operations">What each operation is in this library.</param>
internal sealed class ExactGroup(IReadOnlyDictionary<string, Func<GoldenCase, Results>> operations)
    : OperationGroup(operations)
{
    private const double ElementaryLimit = 4;
    private const double Limit = 8;

    private static readonly string[] Elementary = ["exp", "expm1", "log", "log1p"];

    /// <inheritdoc/>
    protected override bool Allows(GoldenCase golden, string path, int index, double expected, double found)
    {
        double limit = Elementary.Contains(golden.Operation) ? ElementaryLimit : Limit;
        return GoldenTolerance.UnitsInTheLastPlace(expected, found) <= limit
            || (golden.HasOwnTolerance && golden.Tolerance.Allows(expected, found));
    }
}
