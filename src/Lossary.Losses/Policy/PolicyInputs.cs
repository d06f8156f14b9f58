using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Steps that losses of policies and values share.</summary>
internal static class PolicyInputs
{
    /// <summary>Differences of log-probabilities end here: e²⁰ times as likely is as good as surely.</summary>
    private const double Farthest = 20;

    /// <summary>What a reward one step later is worth.</summary>
    public static readonly ParameterCard Discount = new(
        "discount", @"\gamma", 0.99, Domain.Unit, "what a reward one step later is worth");

    /// <summary>Answers of several tokens, each with one advantage.</summary>
    public static IReadOnlyList<InputCard> Answers { get; } =
    [
        new("log-probability", @"\ell", InputKind.Real, "n, t", "the policy's log-probability of each token")
        {
            IsDifferentiable = true,
        },
        new("old-log-probability", @"\ell_0", InputKind.Real, "n, t", "the token's when the answer was written"),
        new("advantage", "A", InputKind.Real, "n", "how much better the answer was than others"),
        new("length", @"\lvert y \rvert", InputKind.StepCount, "n", "how many tokens the answer has") { Below = "t" },
    ];

    /// <summary>How many times as likely an action is by now, e^(new − old).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Ratio<TLane>(TLane now, TLane before) where TLane : struct, ILane<TLane> =>
        TLane.Exp(Difference(now, before));

    /// <summary>
    /// e^d − d − 1 with d = reference − now: never negative, on average the divergence from the reference.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Divergence<TLane>(TLane now, TLane reference) where TLane : struct, ILane<TLane> =>
        Stable.ExpM1LessX(Difference(reference, now));

    /// <summary>Value less reward and discounted next value, which ends with the episode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane TemporalDifference<TLane>(ReadOnlySpan<TLane> x, Parameter discount)
        where TLane : struct, ILane<TLane> => x[0] - x[1] - (discount * ((1 - x[3]) * x[2]));

    /// <summary>1 / length at each step that a row has, 0 beyond: <c>[n, t]</c>.</summary>
    public static Tensor<T> Shares<T>(Tape<T> tape, int[] lengths, int steps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> shares = tape.Rent(new Shape(lengths.Length, steps));
        shares.Values.Clear();
        for (int row = 0; row < lengths.Length; row++)
        {
            shares.Values.Slice(row * steps, lengths[row]).Fill(T.One / T.CreateTruncating(lengths[row]));
        }

        return shares;
    }

    /// <summary>The chosen number of each row, <c>[n]</c>.</summary>
    public static Tensor<T> Chosen<T>(Tape<T> tape, Tensor<T> rows, int[] choices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> flags = tape.Rent(rows.Shape);
        flags.Values.Clear();
        for (int row = 0; row < choices.Length; row++)
        {
            flags.Values[(row * rows.Shape[1]) + choices[row]] = T.One;
        }

        return tape.Sum(tape.Multiply(rows, flags), [-1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Difference<TLane>(TLane left, TLane right) where TLane : struct, ILane<TLane>
    {
        TLane difference = left - right;
        return typeof(TLane) == typeof(Symbol) ? difference : TLane.AtMost(difference, Farthest);
    }
}
