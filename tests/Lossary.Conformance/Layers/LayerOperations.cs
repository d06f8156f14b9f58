using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>PyTorch's layers as this library has them, forward and backward.</summary>
internal static class LayerOperations
{
    /// <summary>Every layer that can be checked, by PyTorch's name.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> All { get; } = Merge(
        ConvolutionLayers.Operations,
        DenseLayers.Operations,
        RecurrentLayers.Operations,
        NormalizationLayers.Operations,
        LookupLayers.Operations,
        AttentionLayers.Operations);

    private static Dictionary<string, Func<GoldenCase, Results>> Merge(
        params IReadOnlyDictionary<string, Func<GoldenCase, Results>>[] parts) =>
        parts.SelectMany(part => part).ToDictionary();
}
