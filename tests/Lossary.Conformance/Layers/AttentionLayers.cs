using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Attention with several heads, and the transformer's block.</summary>
internal static class AttentionLayers
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["MultiheadAttention"] = c => c.IsSingle
                ? new AttentionCase<float>(c).Run()
                : new AttentionCase<double>(c).Run(),
            ["TransformerEncoderLayer"] = c => c.IsSingle
                ? new TransformerCase<float>(c).Run()
                : new TransformerCase<double>(c).Run(),
        };
}
