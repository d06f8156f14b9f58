using System.Numerics;
using System.Runtime.Intrinsics;
using Lossary.Tests.Shared;

namespace Lossary.Tensors.Tests;

public sealed class RecurrentInliningTests
{
    [Fact]
    public void No_call_remains_in_a_kernel()
    {
        RunRecurrences<float>();
        RunRecurrences<double>();
        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => call.Contains("Lossary.", StringComparison.Ordinal));
        Assert.True(!Vector256.IsHardwareAccelerated || !lost.Any(), string.Join('\n', lost));
    }

    private static void RunRecurrences<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tape<T> tape = new();
        foreach (int hidden in (int[])[8, 40])
        {
            Tensor<T> Of(params ReadOnlySpan<int> extents) =>
                Tensor<T>.Variable(new Shape(extents), new T[new Shape(extents).Length]);
            Tensor<T> input = Of(2, 2, 3);
            tape.Backward(tape.Sum(tape.Rnn(input, Of(3, hidden), Of(hidden, hidden), Of(hidden))));
            tape.Backward(tape.Sum(tape.Rnn(input, Of(3, hidden), Of(hidden, hidden), Of(hidden), Activation.Relu)));
            Tensor<T> ofInput = Of(3, 3 * hidden), ofState = Of(hidden, 3 * hidden);
            tape.Backward(tape.Sum(tape.Gru(input, ofInput, ofState, Of(3 * hidden), Of(hidden))));
            ofInput = Of(3, 4 * hidden);
            ofState = Of(hidden, 4 * hidden);
            tape.Backward(tape.Sum(tape.Lstm(input, ofInput, ofState, Of(4 * hidden)).States));
        }
    }
}
