using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>The convolutions that PyTorch's side of the group times too.</summary>
internal static class ConvolutionGroup
{
    /// <summary>
    /// Each layer forward, with ReLU, and backward; the first one's backward half computes no gradient of the images.
    /// </summary>
    public static IEnumerable<Measurement> All()
    {
        Window valid = new(3), padded = new(3) { Padding = 1 };
        (string Name, ConvolutionShape Shape, bool IsFirst)[] layers =
        [
            ("1-32 28x28 b128", new(128, 28, 28, 1, 32, valid), true),
            ("32-64 13x13 b128", new(128, 13, 13, 32, 64, valid), false),
            ("32-64 14x14 pad 1 b64", new(64, 14, 14, 32, 64, padded), false),
            ("32-64 14x14 pad 1 b128", new(128, 14, 14, 32, 64, padded), false),
            ("64-64 5x5 b128", new(128, 5, 5, 64, 64, valid), false),
        ];
        foreach ((string name, ConvolutionShape shape, bool isFirst) in layers)
        {
            ConvolutionCase layer = new(shape);
            yield return Time($"conv {name} forward", layer.Forward);
            yield return Time($"conv {name} backward", isFirst ? layer.WeightGradient : layer.Backward);
        }

        PoolCase pool = new(PoolingShape.Sliding(128, 26, 26, 32, new Window(2) { Stride = 2 }));
        yield return Time("max pool 2x2, 32 26x26 b128 forward", pool.Forward);
        yield return Time("max pool 2x2, 32 26x26 b128 both", pool.Both);
    }

    private static Measurement Time(string name, Func<double> call)
    {
        CallTime time = StopwatchTimer.Measure(call);
        return new(name, time.Median / 1e6, "ms", time.Fastest / 1e6, time.Bytes);
    }
}
