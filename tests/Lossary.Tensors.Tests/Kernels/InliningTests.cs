using System.Numerics;
using System.Runtime.Intrinsics;
using Lossary.Tests.Shared;

namespace Lossary.Tensors.Tests;

public sealed class InliningTests
{
    [Fact]
    public void No_call_remains_in_a_kernel()
    {
        RunKernels<float>();
        RunKernels<double>();
        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => call.Contains("Lossary.", StringComparison.Ordinal));
        Assert.True(!Vector256.IsHardwareAccelerated || !lost.Any(), string.Join('\n', lost));
    }

    private static void RunKernels<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tape<T> tape = new();
        foreach (int columns in (int[])[8, 16, 24, 32, 48, 64])
        {
            T[] left = new T[4 * 3], right = new T[3 * columns], output = new T[4 * columns];
            MatrixProduct.Multiply(
                new Matrix<T>(left, 4, 3), new Matrix<T>(right, 3, columns), default, output, accumulate: false, tape);
            ColumnSums.Run<T>(output, right.AsSpan(0, columns), accumulate: true);
        }

        T[] x = new T[40], y = new T[40];
        foreach (Activation activation in Activation.All.Append(Activation.LeakyRelu(-0.5)))
        {
            activation.Forward<T>(x, y);
            activation.Backward<T>(x, y, y, accumulate: true);
        }

        Sweep.Run<T, Total>(default, x, x, y);
        Sweep.Run<T, Product>(default, x, x, y);
        Sweep.Run<T, Multiple>(new Multiple(2), x, y);
        Sweep.Run<T, Constant>(new Constant(2), x, y);
    }
}
