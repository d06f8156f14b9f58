using System.Numerics;
using System.Runtime.Intrinsics;
using Lossary.Tests.Shared;

namespace Lossary.Numerics.Tests;

public sealed class ConvolutionInliningTests
{
    [Fact]
    public void No_call_remains_in_a_kernel()
    {
        RunKernels<float>();
        RunKernels<double>();
        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => call.Contains("Tiles", StringComparison.Ordinal)
                || call.Contains("Loop`", StringComparison.Ordinal)
                || call.Contains("Totals`", StringComparison.Ordinal));
        Assert.True(!Vector256.IsHardwareAccelerated || !lost.Any(), string.Join('\n', lost));
    }

    private static void RunKernels<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int channels in (int[])[4, 8, 16, 24, 32, 48, 64])
        {
            new ConvolutionRun<T>(new ConvolutionShape(2, 3, 3, channels, channels, new Window(2))).All();
        }

        PoolingShape shape = PoolingShape.Sliding(1, 4, 4, 19, new Window(2));
        T[] input = new T[shape.InputLength], output = new T[shape.OutputLength];
        Pooling.Maximum<T>(in shape, input, output);
        Pooling.MaximumGradient<T>(in shape, input, output, output, input);
        Pooling.Average<T>(in shape, input, output);
        Pooling.AverageGradient<T>(in shape, output, input);
    }
}
