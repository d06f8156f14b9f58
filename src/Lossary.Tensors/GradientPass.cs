using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Tensors;

/// <summary>
/// A backward pass that is itself recorded, as an operation sees it: what to differentiate, where to put it.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly ref struct GradientPass<T>(Tape<T> tape, Tensor<T> upstream)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Where the gradients are computed.</summary>
    public readonly Tape<T> Tape = tape;

    /// <summary>The gradient of the operation's output, in its shape.</summary>
    public readonly Tensor<T> Upstream = upstream;

    /// <summary>True where the gradient of an input serves to find one that was asked for.</summary>
    public static bool Wants(Tensor<T> input) => input.RequiresGradient && (!input.IsLeaf || input.IsWanted);

    /// <summary>Adds a part to an input's gradient.</summary>
    /// <param name="input">An input that the pass wants.</param>
    /// <param name="gradient">The part, made on the tape; in the input's shape.</param>
    public void Add(Tensor<T> input, Tensor<T> gradient)
    {
        System.Diagnostics.Debug.Assert(gradient.Shape == input.Shape);
        input.Upstream = input.Upstream is null ? gradient : Tape.Add(input.Upstream, gradient);
    }

    /// <summary>Adds the parts of an operation's inputs by way of small operations that compute the same.</summary>
    /// <remarks>
    /// They take the memory that the fused operation saves, and lose the digits that it keeps, and run only where a
    /// gradient is differentiated.
    /// </remarks>
    /// <param name="composition">The operation in small ones.</param>
    /// <param name="inputs">What it reads and may be differentiated by; four at most.</param>
    public void Compose<TComposition>(TComposition composition, params ReadOnlySpan<Tensor<T>> inputs)
        where TComposition : IComposition<T>
    {
        Standins standins = default;
        ReadOnlySpan<Tensor<T>> read = standins;
        bool isRecording = Tape.IsRecording;
        Tape.IsRecording = true;
        int start;
        Tensor<T> output;
        try
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                standins[i] = Wants(inputs[i]) ? Tape.Reshape(inputs[i], inputs[i].Shape) : inputs[i];
            }

            start = Tape.OperationCount;
            output = composition.Compose(Tape, read[..inputs.Length]);
        }
        finally
        {
            Tape.IsRecording = isRecording;
        }

        Tape.Differentiate(output, Upstream, start);
        for (int i = 0; i < inputs.Length; i++)
        {
            if (standins[i] != inputs[i] && standins[i].Upstream is { } gradient)
            {
                standins[i].Upstream = null;
                Add(inputs[i], gradient);
            }
        }
    }

    /// <summary>What stands for inputs, so that a walk backward ends at them.</summary>
    [InlineArray(4)]
    private struct Standins
    {
        private Tensor<T> _first;
    }
}
