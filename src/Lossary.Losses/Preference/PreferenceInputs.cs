using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What preference losses read: log-probabilities of a chosen and of a rejected answer.</summary>
internal static class PreferenceInputs
{
    private const double NothingLeft = 1000;

    /// <summary>How strongly the policy is held to the reference.</summary>
    public static readonly ParameterCard Beta = new(
        "beta", @"\beta", 0.1, Domain.Positive, "how strongly the policy is held to the reference");

    /// <summary>Of the policy alone.</summary>
    public static IReadOnlyList<InputCard> Alone { get; } =
    [
        new("policy-chosen", @"\ell_c", InputKind.Real, "…", "the policy's log-probability of the chosen answer")
        {
            IsDifferentiable = true,
        },
        new("policy-rejected", @"\ell_r", InputKind.Real, "…", "the policy's log-probability of the rejected answer")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>Of the policy and of its reference.</summary>
    public static IReadOnlyList<InputCard> Pairs { get; } =
    [
        .. Alone,
        new(
            "reference-chosen", @"\ell_c^{0}", InputKind.Real, "…",
            "the reference's log-probability of the chosen answer")
        {
            IsOptional = true,
        },
        new(
            "reference-rejected", @"\ell_r^{0}", InputKind.Real, "…",
            "the reference's log-probability of the rejected answer")
        {
            IsOptional = true,
        },
    ];

    /// <summary>By how much more than its reference the policy prefers the chosen answer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Lead<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        x[0] - x[1] - (x[2] - x[3]);

    /// <summary>
    /// scale · (e^a − e^b), up to where no loss is left of such a lead: what overflows has no derivative.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LeadOfExponentials<TLane>(TLane scale, TLane a, TLane b) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return scale * (TLane.Exp(a) - TLane.Exp(b));
        }

        // The larger exponential times one less the quotient: two that overflow have a difference all the same.
        TLane rest = -TLane.ExpM1(-TLane.Abs(a - b));
        TLane lead = scale * Stable.TimesExp(TLane.WhereLess(a, b, -rest, rest), TLane.Max(a, b));
        return TLane.AtMost(lead, NothingLeft);
    }
}
