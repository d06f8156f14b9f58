using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Layer normalisation: each sample's last axes to mean 0 and variance 1.</summary>
/// <remarks>J. L. Ba et al., "Layer Normalization", arXiv:1607.06450.</remarks>
public static class LayerNormOperation
{
    /// <summary>
    /// (x − mean) / √(variance + ε) · scale + shift, over the last axes, which the scale's shape tells.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape that ends in the scale's.</param>
    /// <param name="scale">What the normalised numbers are multiplied by, in the shape of the last axes.</param>
    /// <param name="shift">What is then added, in the scale's shape.</param>
    /// <param name="epsilon">Keeps the root away from 0; not negative.</param>
    /// <returns>The input's shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> LayerNorm<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> scale, Tensor<T> shift, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(shift);
        if (scale.Shape != shift.Shape)
        {
            ShapeCheck.Fail(
                $"LayerNorm: scale is {scale.Shape}, shift is {shift.Shape}; the shapes must be equal.", nameof(shift));
        }

        return Compute(tape, input, scale.Shape, scale, shift, epsilon);
    }

    /// <summary>(x − mean) / √(variance + ε) over the last axes.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape that ends in the given one.</param>
    /// <param name="last">The shape of the last axes, over which mean and variance go.</param>
    /// <param name="epsilon">Keeps the root away from 0; not negative.</param>
    /// <returns>The input's shape.</returns>
    /// <exception cref="ArgumentException">The input's last axes are others.</exception>
    public static Tensor<T> LayerNorm<T>(this Tape<T> tape, Tensor<T> input, Shape last, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Compute(tape, input, last, null, null, epsilon);

    private static Tensor<T> Compute<T>(
        Tape<T> tape, Tensor<T> input, Shape last, Tensor<T>? scale, Tensor<T>? shift, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        if (!EndsIn(input.Shape, last))
        {
            ShapeCheck.Fail($"LayerNorm: input is {input.Shape}, its last axes must be {last}.", nameof(input));
        }

        Tensor<T> output = tape.Rent(input.Shape);
        ArraySegment<T> statistics = tape.RentMemory(2 * (input.Shape.Length / last.Length));
        if (statistics.Count > 0)
        {
            ReadOnlySpan<T> factors = scale is null ? default : scale.Values;
            ReadOnlySpan<T> terms = shift is null ? default : shift.Values;
            RowNorm.Forward(input.Values, factors, terms, epsilon, output.Values, statistics.AsSpan());
        }

        bool requiresGradient = input.RequiresGradient
            || scale is { RequiresGradient: true } || shift is { RequiresGradient: true };
        if (tape.TryRecord(output, requiresGradient, out LayerNormRecord<T>? record))
        {
            record.Input = input;
            record.Scale = scale;
            record.Shift = shift;
            record.Statistics = statistics;
        }

        return output;
    }

    private static bool EndsIn(Shape shape, Shape last)
    {
        bool fits = last.Length > 0 && shape.Rank >= last.Rank;
        for (int axis = 1; fits && axis <= last.Rank; axis++)
        {
            fits = shape[shape.Rank - axis] == last[last.Rank - axis];
        }

        return fits;
    }
}

/// <summary>The formulas stand with <see cref="RowNorm"/> and <see cref="RowNormSums"/>.</summary>
internal sealed class LayerNormRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T>? Scale { get; set; }

    public Tensor<T>? Shift { get; set; }

    public ArraySegment<T> Statistics { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        AddToScaleAndShift(tape);
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate) && Statistics.Count > 0)
        {
            ReadOnlySpan<T> scale = Scale is null ? default : Scale.Values;
            RowNorm.Backward(Input.Values, scale, Statistics.AsSpan(), Output.Gradient, gradient, accumulate);
        }
    }

    private void AddToScaleAndShift(Tape<T> tape)
    {
        if (Scale is null || Shift is null)
        {
            return;
        }

        bool wantsScale = Scale.TryTakeGradient(tape, out Span<T> ofScale, out bool accumulateScale);
        bool wantsShift = Shift.TryTakeGradient(tape, out Span<T> ofShift, out bool accumulateShift);
        if (!wantsScale && !wantsShift)
        {
            return;
        }

        ofScale = Started(tape, wantsScale, ofScale, accumulateScale);
        ofShift = Started(tape, wantsShift, ofShift, accumulateShift);
        RowNormSums.Add<T>(Input.Values, Statistics.AsSpan(), Output.Gradient, ofScale, ofShift);
    }

    /// <summary>Memory to add to: the gradient's own, or any where nobody wants it.</summary>
    private Span<T> Started(Tape<T> tape, bool isWanted, Span<T> gradient, bool accumulate)
    {
        if (!isWanted)
        {
            return tape.Workspace(Scale!.Shape.Length);
        }

        if (!accumulate)
        {
            gradient.Clear();
        }

        return gradient;
    }
}
