using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Drops elements at random while training, so that no unit relies on another.</summary>
/// <remarks>
/// Reference: N. Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR 15 (2014)
/// 1929–1958; in the inverted form, which leaves inference alone.
/// </remarks>
public static class DropoutOperation
{
    private const int Chances = 1 << 16;
    private const int ElementsOfBlock = 8;

    /// <summary>
    /// Each element is 0 with the given probability, else divided by what is left of 1: the mean stays.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="probability">
    /// Of dropping an element; in [0, 1); the nearest multiple of 2⁻¹⁶ below 1 is used.
    /// </param>
    /// <param name="random">Where chance comes from; float and double draw the same elements.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is out of range.</exception>
    public static Tensor<T> Dropout<T>(this Tape<T> tape, Tensor<T> input, double probability, RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(random);
        if (!(probability >= 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Must be at least 0 and below 1.");
        }

        ArraySegment<T> mask = tape.RentMemory(input.Shape.Length);
        Draw(mask.AsSpan(), probability, random);
        Tensor<T> output = tape.Rent(input.Shape);
        Sweep.Run(default(Product), input.Values, mask.AsSpan(), output.Values);
        if (tape.TryRecord(output, input.RequiresGradient, out DropoutRecord<T>? record))
        {
            record.Input = input;
            record.Mask = mask;
        }

        return output;
    }

    /// <summary>One draw keys a sequence of random blocks, each of which decides on eight elements.</summary>
    private static void Draw<T>(Span<T> mask, double probability, RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Looked up by the sign of a difference: a branch on chance is mispredicted.
        // What survives is scaled by the probability that is drawn, not the one asked for: no mean is off by a
        // rounding.
        uint bound = Math.Min((uint)Math.Round(probability * Chances), Chances - 1);
        Span<T> choices = [T.CreateChecked((double)Chances / (Chances - bound)), T.Zero];
        ulong key = random.NextUInt64();
        for (int start = 0; start < mask.Length; start += ElementsOfBlock)
        {
            UInt128 block = Philox.Block((UInt128)start, key);
            ulong low = (ulong)block, high = (ulong)(block >> 64);
            Span<T> elements = mask[start..Math.Min(start + ElementsOfBlock, mask.Length)];
            for (int i = 0; i < elements.Length; i++)
            {
                ulong bits = i < ElementsOfBlock / 2 ? low : high;
                elements[i] = choices[(int)(((ushort)(bits >> (16 * i % 64)) - bound) >> 31)];
            }
        }
    }
}

/// <summary>∂input = mask · ∂output.</summary>
internal sealed class DropoutRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public ArraySegment<T> Mask { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            Sweep.Run(default(Product), Mask.AsSpan(), Output.Gradient, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            Tensor<T> mask = pass.Tape.Constant(Output.Shape, Mask);
            pass.Add(Input, pass.Tape.Multiply(pass.Upstream, mask));
        }
    }
}
