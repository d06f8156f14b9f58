using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Recurrent networks: stacked, in both directions, from given states on, over sequences of any length.</summary>
internal static class RecurrentLayers
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["RNN"] = Run,
            ["GRU"] = Run,
            ["LSTM"] = Run,
        };

    private static Results Run(GoldenCase golden) => golden.IsSingle
        ? new RecurrentCase<float>(golden).Run()
        : new RecurrentCase<double>(golden).Run();
}
