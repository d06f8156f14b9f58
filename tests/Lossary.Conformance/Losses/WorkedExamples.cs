using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Published examples, with the right numbers.</summary>
internal static class WorkedExamples
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>(TorchLosses.Operations)
        {
            ["binary_focal_probability"] = c => BinaryLosses.Focal(c, "binary-focal-on-probabilities", "input"),
            ["rmse"] = ArrayLosses.Examples["rmse"],
        };
}
