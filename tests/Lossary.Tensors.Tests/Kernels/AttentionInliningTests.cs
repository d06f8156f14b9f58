using System.Numerics;
using System.Runtime.Intrinsics;
using Lossary.Tests.Shared;

namespace Lossary.Tensors.Tests;

public sealed class AttentionInliningTests
{
    [Fact]
    public void No_call_remains_in_a_kernel()
    {
        Run<float>();
        Run<double>();
        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => call.Contains("Lossary.", StringComparison.Ordinal));
        Assert.True(!Vector256.IsHardwareAccelerated || !lost.Any(), string.Join('\n', lost));
    }

    private static void Run<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tape<T> tape = new();
        foreach (int width in (int[])[8, 20, 40])
        {
            Shape shape = new(1, 5, width);
            Tensor<T> input = Tensor<T>.Variable(shape, new T[shape.Length]);
            tape.Backward(tape.Sum(tape.Attention(input, input, input, 1, new() { IsCausal = true })));
        }
    }
}
