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
        RunRules<float>();
        RunRules<double>();
        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => call.Contains("Lossary.", StringComparison.Ordinal));
        Assert.True(!Vector256.IsHardwareAccelerated || !lost.Any(), string.Join('\n', lost));
    }

    private static void RunKernels<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        ColumnSums.Run<T>(new T[4 * 24], new T[24], accumulate: true);
        T[] x = new T[40], y = new T[40];
        foreach (Activation activation in Activation.All.Append(Activation.LeakyRelu(-0.5)))
        {
            activation.Forward<T>(x, y);
            activation.Backward<T>(x, y, y, accumulate: true);
        }

        foreach (bool flag in (bool[])[false, true])
        {
            SoftmaxRows.Forward<T>(x, 40, flag, y);
            SoftmaxRows.Backward<T>(x, y, 40, flag, y, accumulate: flag);
            SoftmaxColumns.Forward<T>(x, 2, 20, flag, y);
            SoftmaxColumns.Backward<T>(x, y, 2, 20, flag, y, accumulate: flag);
        }

        RowNorm.Forward<T>(x, x, x, 1, y, new T[2]);
        RowNorm.Backward<T>(x, x, new T[2], y, y, accumulate: true);
        RowNormSums.Add<T>(x, new T[2], x, y, y);
        ChannelSums.Means<T>(x, x, new T[20], new T[40], new Tape<T>());
        ChannelMap.Run<T>(x, x, new T[80], y, accumulate: true);
        Sweep.Run<T, Gated>(default, x, x, y);
        Sweep.Run<T, GateSlope>(default, x, x, y);
        Sweep.Run<T, Total>(default, x, x, y);
        Sweep.Run<T, Product>(default, x, x, y);
        Sweep.Run<T, Multiple>(new Multiple(2), x, y);
        Sweep.Run<T, Constant>(new Constant(2), x, y);
    }

    /// <summary>Every elementwise rule and reduction, in full and in broadcast sweeps, forward and backward.</summary>
    private static void RunRules<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tape<T> tape = new();
        Assert.True(FiniteSweep.IsFinite<T>(new T[100]));
        Tensor<T> x = Tensor<T>.Variable(new Shape(3, 40), new T[120]);
        Tensor<T> row = Tensor<T>.Variable(new Shape(40), new T[40]);
        Tensor<T> column = Tensor<T>.Variable(new Shape(3, 1), new T[3]);
        foreach (Tensor<T> y in (Tensor<T>[])[x, row, column])
        {
            Tensor<T> sum = tape.Add(tape.Subtract(x, y), tape.Multiply(x, y));
            sum = tape.Add(sum, tape.Add(tape.Divide(x, y), tape.Minimum(x, tape.Maximum(x, y))));
            tape.Backward(tape.Sum(tape.Where(tape.Less(x, y), sum, y)));
        }

        Tensor<T> chain = tape.Sqrt(tape.Square(tape.Log(tape.Exp(tape.Negate(tape.Abs(x))))));
        chain = tape.Power(tape.Shift(tape.Scale(chain, 2), 1), 2.5);
        chain = tape.Add(tape.Max(chain, [1], keepDimensions: true), tape.Min(chain, [0]));
        tape.Backward(tape.Sum(tape.LogSumExp(tape.Mean(tape.Slice(chain, 1, 1, 7), [0], keepDimensions: true), [1])));
    }
}
