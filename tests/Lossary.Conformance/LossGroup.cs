using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Losses and their gradients, compared within tolerances.</summary>
/// <param name="operations">What each operation is in this library.</param>
internal sealed class LossGroup(IReadOnlyDictionary<string, Func<GoldenCase, Results>> operations)
    : OperationGroup(operations)
{
    private static readonly string[] AnythingButFinite = ["inf_logit", "all_neg_inf_row"];

    /// <inheritdoc/>
    protected override bool Allows(GoldenCase golden, string path, int index, double expected, double found) =>
        base.Allows(golden, path, index, expected, found)
        || (!double.IsFinite(expected) && !double.IsFinite(found) && golden.Tags.Intersect(AnythingButFinite).Any())
        || (double.IsNaN(found) && path.StartsWith("grad.", StringComparison.Ordinal) && IsUndefined(golden, index));

    /// <summary>
    /// Whether the reference itself has NaN for the loss of that element. The library's gradient is NaN wherever its
    /// loss is; PyTorch has a number there at times, as the sign of NaN is 0 to it.
    /// </summary>
    private static bool IsUndefined(GoldenCase golden, int index) =>
        golden.Values.TryGetValue("none", out GoldenTensor? values)
        && index < values.Data.Length
        && double.IsNaN(values.Data[index]);
}
