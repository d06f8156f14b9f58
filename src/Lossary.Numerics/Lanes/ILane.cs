using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>
/// Whatever a loss formula can be written over: one number, a SIMD register of them,
/// a dual number that carries its own derivatives, or a symbol that prints itself.
/// </summary>
/// <remarks>
/// There is no mask type: a comparison and the choice that follows it are one operation
/// (<see cref="WhereLess"/>, <see cref="WhereAtMost"/>), so that every lane, also text, can read it.
/// NaN in a prediction must come out as NaN: each member says which of its arguments it carries NaN from.
/// </remarks>
/// <typeparam name="TSelf">The lane itself.</typeparam>
public interface ILane<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>,
    IUnaryNegationOperators<TSelf, TSelf>
    where TSelf : struct, ILane<TSelf>
{
    /// <summary>The constant <paramref name="value"/> in every slot.</summary>
    static abstract TSelf Constant(double value);

    /// <summary>Lets a formula say <c>1 - x</c>.</summary>
    static abstract implicit operator TSelf(double value);

    /// <summary>A parameter of the loss: its value where numbers are wanted, its name where text is.</summary>
    static abstract implicit operator TSelf(Parameter parameter);

    // Plain numbers have operators of their own: a dual spends nothing on their slope, and the JIT, whose budget a long
    // formula can exhaust, has one call less to inline.

    /// <summary>number + x.</summary>
    static abstract TSelf operator +(double number, TSelf x);

    /// <summary>x + number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf operator +(TSelf x, double number) => number + x;

    /// <summary>number − x.</summary>
    static abstract TSelf operator -(double number, TSelf x);

    /// <summary>x − number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf operator -(TSelf x, double number) => -number + x;

    /// <summary>number · x.</summary>
    static abstract TSelf operator *(double number, TSelf x);

    /// <summary>x · number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf operator *(TSelf x, double number) => number * x;

    /// <summary>number / x.</summary>
    static abstract TSelf operator /(double number, TSelf x);

    /// <summary>parameter · x.</summary>
    static abstract TSelf operator *(Parameter parameter, TSelf x);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>The smaller of the two; NaN where either is.</summary>
    static abstract TSelf Min(TSelf x, TSelf y);

    /// <summary>The larger of the two; NaN where either is.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>
    /// x, but not less than the bound; NaN where x is. One instruction: the bound itself must not be NaN.
    /// </summary>
    static abstract TSelf AtLeast(TSelf x, TSelf bound);

    /// <summary>
    /// x, but not more than the bound; NaN where x is. One instruction: the bound itself must not be NaN.
    /// </summary>
    static abstract TSelf AtMost(TSelf x, TSelf bound);

    /// <summary>x kept within [low, high]; NaN where x is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Clamp(TSelf x, TSelf low, TSelf high) => TSelf.AtMost(TSelf.AtLeast(x, low), high);

    /// <summary>
    /// <paramref name="chosen"/> where x &lt; y, <paramref name="otherwise"/> elsewhere, also where either is NaN.
    /// </summary>
    static abstract TSelf WhereLess(TSelf x, TSelf y, TSelf chosen, TSelf otherwise);

    /// <summary>
    /// <paramref name="chosen"/> where x ≤ y, <paramref name="otherwise"/> elsewhere, also where either is NaN.
    /// </summary>
    static abstract TSelf WhereAtMost(TSelf x, TSelf y, TSelf chosen, TSelf otherwise);

    /// <summary>
    /// −1, 0 or 1 where x is negative, zero or positive; NaN where x is. Constant for all that differentiates.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Sign(TSelf x) => TSelf.WhereLess(0, x, 1, TSelf.WhereLess(x, 0, -1, 0 * x));

    /// <summary>
    /// x itself, a constant for all that differentiates: a weight that a loss computes, but does not learn.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Held(TSelf x) => x;

    /// <summary>The nearest integer, ties to even; NaN where x is. Constant for all that differentiates.</summary>
    static abstract TSelf Round(TSelf x);

    /// <summary>√x.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>xʸ for x ≥ 0. The exponent is a parameter of the loss: nothing is differentiated by it.</summary>
    static abstract TSelf Pow(TSelf x, TSelf y);

    /// <summary>eˣ.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>eˣ − 1, exact near 0.</summary>
    static abstract TSelf ExpM1(TSelf x);

    /// <summary>eˣ − 1, and its derivative, eˣ, from the same exponential.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf ExpM1(TSelf x, out TSelf exponential)
    {
        exponential = TSelf.Exp(x);
        return TSelf.ExpM1(x);
    }

    /// <summary>ln x.</summary>
    static abstract TSelf Log(TSelf x);

    /// <summary>ln(1 + x), exact near 0.</summary>
    static abstract TSelf Log1P(TSelf x);

    /// <summary>
    /// factor · ln(x / y), rounded once, and the logarithm: of near and of far numbers, for x and y ≥ 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf TimesLogOfRatio(TSelf factor, TSelf x, TSelf y, out TSelf log)
    {
        log = TSelf.Log(x / y);
        return factor * log;
    }

    /// <summary>tanh x.</summary>
    static abstract TSelf Tanh(TSelf x);

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    static abstract TSelf Sigmoid(TSelf x);

    /// <summary>ln(1 + eˣ), and its derivative, the sigmoid, from the same exponential.</summary>
    static abstract TSelf Softplus(TSelf x, out TSelf sigmoid);

    /// <summary>ln(1 + eˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Softplus(TSelf x) => TSelf.Softplus(x, out _);

    /// <summary>ln(1 / (1 + e⁻ˣ)) = −ln(1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf LogSigmoid(TSelf x) => -TSelf.Softplus(-x, out _);

    /// <summary>
    /// σ(x) and σ(−x), the smaller never as a difference from 1, and what the larger costs, ln(1 + e^(−|x|)): all from
    /// one exponential.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Probabilities(TSelf x, out TSelf sigmoid, out TSelf complement)
    {
        TSelf cost = TSelf.Softplus(-TSelf.Abs(x), out TSelf smaller);
        TSelf larger = 1 - smaller;
        sigmoid = TSelf.WhereLess(x, 0, smaller, larger);
        complement = TSelf.WhereLess(x, 0, larger, smaller);
        return cost;
    }

    /// <summary>e^(−x²), with all its digits where it is tiny.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Bell(TSelf x) => TSelf.Exp(-(x * x));

    /// <summary>erf x = 2/√π ∫₀ˣ e^(−t²) dt.</summary>
    static abstract TSelf Erf(TSelf x);

    /// <summary>erfc x = 1 − erf x, with all its digits where it is tiny.</summary>
    static abstract TSelf Erfc(TSelf x);

    /// <summary>ln Γ(x) for x &gt; 0.</summary>
    static abstract TSelf LogGamma(TSelf x);

    /// <summary>ln Γ(x) for x &gt; 0 of what is a constant for all that differentiates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf LogGammaOfHeld(TSelf x) => TSelf.LogGamma(x);

    /// <summary>ψ(x) = (ln Γ)′(x) for x &gt; 0.</summary>
    static abstract TSelf Digamma(TSelf x);

    /// <summary>ψ′(x) for x &gt; 0.</summary>
    static abstract TSelf Trigamma(TSelf x);
}
