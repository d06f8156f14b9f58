using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Functions of one number each whose value, slope and curvature were computed elsewhere.</summary>
internal static class JetOperation
{
    /// <summary>Known values, to be differentiated twice and no more.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">What the functions are of.</param>
    /// <param name="values">Their values, in the input's shape.</param>
    /// <param name="slopes">Their first derivatives, in the input's shape.</param>
    /// <param name="curvatures">Their second derivatives, in the input's shape.</param>
    /// <returns>The values.</returns>
    public static Tensor<T> Jet<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> values, Tensor<T> slopes, Tensor<T> curvatures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (tape.TryRecord(values, input.RequiresGradient, out JetRecord<T>? record))
        {
            record.Input = input;
            record.Slopes = slopes;
            record.Curvatures = curvatures;
        }

        return values;
    }

    /// <summary>The gradient of such functions: upstream · slopes.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">What the functions are of.</param>
    /// <param name="upstream">The gradient of their values, in the input's shape.</param>
    /// <param name="slopes">Their first derivatives, in the input's shape.</param>
    /// <param name="curvatures">Their second derivatives, in the input's shape.</param>
    /// <returns>The input's shape.</returns>
    public static Tensor<T> JetGradient<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> upstream, Tensor<T> slopes, Tensor<T> curvatures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(input.Shape);
        for (int i = 0; i < output.Values.Length; i++)
        {
            // What does not count has no gradient, whatever its own slope is.
            T scale = upstream.Values[i];
            output.Values[i] = scale == T.Zero ? T.Zero : scale * slopes.Values[i];
        }

        if (tape.TryRecord(
            output, input.RequiresGradient || upstream.RequiresGradient, out JetGradientRecord<T>? record))
        {
            record.Input = input;
            record.Upstream = upstream;
            record.Slopes = slopes;
            record.Curvatures = curvatures;
        }

        return output;
    }
}

/// <summary>∂input = ∂output · slope.</summary>
internal sealed class JetRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Slopes { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Curvatures { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape) =>
        JetProduct.Add(tape, Input, Output.Gradient, Slopes.Values);

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.JetGradient(Input, pass.Upstream, Slopes, Curvatures));
        }
    }
}

/// <summary>∂input = ∂output · upstream · curvature, ∂upstream = ∂output · slope.</summary>
internal sealed class JetGradientRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Upstream { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Slopes { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Curvatures { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        Span<T> scales = tape.RentMemory(Upstream.Shape.Length);
        for (int i = 0; i < scales.Length; i++)
        {
            scales[i] = Output.Gradient[i] * Upstream.Values[i];
        }

        JetProduct.Add(tape, Input, scales, Curvatures.Values);
        JetProduct.Add(tape, Upstream, Output.Gradient, Slopes.Values);
    }
}

/// <summary>Products added to a gradient.</summary>
internal static class JetProduct
{
    /// <summary>Adds x · y to a tensor's gradient if it wants one; 0 where x is 0, whatever y is.</summary>
    public static void Add<T>(Tape<T> tape, Tensor<T> to, ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!to.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            T part = x[i] == T.Zero ? T.Zero : x[i] * y[i];
            gradient[i] = accumulate ? gradient[i] + part : part;
        }
    }
}
