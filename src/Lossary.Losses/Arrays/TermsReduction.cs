using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>From the terms of a loss of several arrays to one number on the tape.</summary>
internal static class TermsReduction
{
    /// <summary>The reduced loss, recorded.</summary>
    /// <param name="tape">The tape that the terms stand on.</param>
    /// <param name="terms">The terms and what they weigh by the loss itself.</param>
    /// <param name="inputs">
    /// What they weigh by the caller, and the reduction; receives single values if it has room.
    /// </param>
    /// <param name="totals">The sum and what it is divided by.</param>
    /// <returns>The reduced loss, <c>[1]</c>: 0 where nothing counts.</returns>
    public static Tensor<T> Reduce<T>(Tape<T> tape, LossTerms<T> terms, LossInputs<T> inputs, out Totals totals)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> values = terms.Values;
        int length = values.Shape.Length;
        RequireLength(length, inputs.Weights.Length, "weights");
        RequireLength(length, inputs.Mask.Length, "mask");
        RequireLength(length, inputs.Values.Length, "values");
        bool isPlain = terms.Weights is null && inputs.Weights.IsEmpty && inputs.Mask.IsEmpty;
        Tensor<T>? factors = isPlain ? null : Factors(tape, terms, inputs);
        double sum = isPlain ? Sum(values.Values) : WeightedSum(values.Values, factors!.Values);
        double denominator = DenominatorOf(inputs.Reduction, values.Shape, factors);
        totals = new(sum, denominator);
        Write(values.Values, factors, inputs.Values.Span);
        double scale = ScaleOf(inputs.Reduction, denominator);
        Tensor<T> output = tape.Rent(new Shape(1));
        output.Values[0] = T.CreateTruncating(denominator == 0 ? 0 : sum * scale);
        if (tape.TryRecord(output, values.RequiresGradient, out TermsReductionRecord<T>? record))
        {
            record.Input = values;
            record.Factors = factors;
            record.Scale = denominator == 0 ? 0 : scale;
        }

        return output;
    }

    /// <summary>
    /// What the gradient by each term will be, known before the terms where nothing weighs them; else null.
    /// </summary>
    public static double? ForeseenSlope<T>(LossInputs<T> inputs, Shape terms)
        where T : unmanaged, IFloatingPointIeee754<T> => inputs.Weights.IsEmpty && inputs.Mask.IsEmpty
        ? ScaleOf(inputs.Reduction, DenominatorOf<T>(inputs.Reduction, terms, null))
        : null;

    private static double ScaleOf(Reduction reduction, double denominator) =>
        reduction == Reduction.Sum || denominator == 0 ? 1 : 1 / denominator;

    private static Tensor<T> Factors<T>(Tape<T> tape, LossTerms<T> terms, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> factors = tape.Rent(terms.Values.Shape);
        Span<T> values = factors.Values;
        if (terms.Weights is { } own)
        {
            RequireLength(values.Length, own.Shape.Length, "terms' weights");
            own.Values.CopyTo(values);
        }
        else
        {
            values.Fill(T.One);
        }

        ReadOnlySpan<T> weights = inputs.Weights.Span;
        ReadOnlySpan<bool> mask = inputs.Mask.Span;
        for (int i = 0; i < values.Length; i++)
        {
            T weight = weights.IsEmpty ? T.One : weights[i];
            if (!(weight >= T.Zero))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"weights[{i}] must be 0 or more, but is {weight}."),
                    nameof(inputs));
            }

            values[i] = mask.IsEmpty || mask[i] ? values[i] * weight : T.Zero;
        }

        return factors;
    }

    private static double DenominatorOf<T>(Reduction reduction, Shape shape, Tensor<T>? factors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = factors is null ? shape.Length : shape.Length - factors.Values.Count(T.Zero);
        return reduction switch
        {
            Reduction.Sum => count == 0 ? 0 : 1,
            Reduction.Mean => factors is null ? count : Sum(factors.Values),
            Reduction.MeanOverCount => count,
            Reduction.MeanOverRows => (double)count * shape[0] / int.Max(1, shape.Length),
            _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "Not a reduction."),
        };
    }

    private static double WeightedSum<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> factors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = Dot(values, factors);
        if (double.IsFinite(sum))
        {
            return sum;
        }

        // What weighs 0 is out, whatever it is; the product of 0 and infinity is not.
        sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (factors[i] != T.Zero)
            {
                sum += double.CreateTruncating(values[i]) * double.CreateTruncating(factors[i]);
            }
        }

        return sum;
    }

    private static double Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
        ? Sums.Sum(MemoryMarshal.Cast<T, float>(values))
        : Sums.Sum(MemoryMarshal.Cast<T, double>(values));

    private static double Dot<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> factors)
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
        ? Sums.Dot(MemoryMarshal.Cast<T, float>(values), MemoryMarshal.Cast<T, float>(factors))
        : Sums.Dot(MemoryMarshal.Cast<T, double>(values), MemoryMarshal.Cast<T, double>(factors));

    private static void Write<T>(ReadOnlySpan<T> values, Tensor<T>? factors, Span<T> to)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < to.Length; i++)
        {
            T factor = factors is null ? T.One : factors.Values[i];
            to[i] = factor == T.Zero ? T.Zero : values[i] * factor;
        }
    }

    private static void RequireLength(int expected, int length, string name)
    {
        if (length != 0 && length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements, the loss has {expected} terms.", name);
        }
    }
}

/// <summary>∂term = ∂output · weight · scale.</summary>
internal sealed class TermsReductionRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T>? Factors { get; set; }

    public double Scale { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (!Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        T slope = Output.Gradient[0] * T.CreateTruncating(Scale);
        ReadOnlySpan<T> factors = Factors is null ? default : Factors.Values;
        if (factors.IsEmpty && !accumulate)
        {
            gradient.Fill(slope);
            return;
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            T part = factors.IsEmpty ? slope : slope * factors[i];
            gradient[i] = accumulate ? gradient[i] + part : part;
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            Tape<T> tape = pass.Tape;
            Tensor<T> slope = tape.BroadcastTo(tape.Scale(pass.Upstream, Scale), Input.Shape);
            pass.Add(Input, Factors is null ? slope : tape.Multiply(slope, Factors));
        }
    }
}
