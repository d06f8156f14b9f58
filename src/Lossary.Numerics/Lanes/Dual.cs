using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>
/// A value and its slope: running a formula over it differentiates the formula (forward mode).
/// At a kink it takes the slope of the side that the comparison chose; a branch not chosen never leaks its NaN.
/// </summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Dual<TLane>(TLane value, TLane slope) : ILane<Dual<TLane>>
    where TLane : struct, ILane<TLane>
{
    /// <summary>The value.</summary>
    public readonly TLane Value = value;

    /// <summary>Its derivative by the variable.</summary>
    public readonly TLane Slope = slope;

    /// <summary>The variable that is differentiated by: slope one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Variable(TLane at) => new(at, 1);

    /// <summary>Something that does not depend on the variable: slope zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Fixed(TLane value) => new(value, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Constant(double value) => new(TLane.Constant(value), TLane.Constant(0));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Dual<TLane>(double value) => Constant(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Dual<TLane>(Parameter parameter) => Fixed(parameter);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Abs(Dual<TLane> x) => WhereAtMost(0, x, x, -x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Min(Dual<TLane> x, Dual<TLane> y) => new(
        TLane.Min(x.Value, y.Value), TLane.WhereAtMost(x.Value, y.Value, x.Slope, y.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Max(Dual<TLane> x, Dual<TLane> y) => new(
        TLane.Max(x.Value, y.Value), TLane.WhereAtMost(y.Value, x.Value, x.Slope, y.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> AtLeast(Dual<TLane> x, Dual<TLane> bound) => WhereLess(x, bound, bound, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> AtMost(Dual<TLane> x, Dual<TLane> bound) => WhereLess(bound, x, bound, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> WhereLess(Dual<TLane> x, Dual<TLane> y, Dual<TLane> chosen, Dual<TLane> otherwise) => new(
        TLane.WhereLess(x.Value, y.Value, chosen.Value, otherwise.Value),
        TLane.WhereLess(x.Value, y.Value, chosen.Slope, otherwise.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> WhereAtMost(Dual<TLane> x, Dual<TLane> y, Dual<TLane> chosen, Dual<TLane> otherwise) =>
        new(
        TLane.WhereAtMost(x.Value, y.Value, chosen.Value, otherwise.Value),
        TLane.WhereAtMost(x.Value, y.Value, chosen.Slope, otherwise.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Held(Dual<TLane> x) => Fixed(TLane.Held(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Round(Dual<TLane> x) => Fixed(TLane.Round(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Sqrt(Dual<TLane> x)
    {
        TLane root = TLane.Sqrt(x.Value);
        return new(root, x.Slope / (2 * root));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Exp(Dual<TLane> x)
    {
        TLane e = TLane.Exp(x.Value);
        return new(e, e * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> ExpM1(Dual<TLane> x)
    {
        // Not m + 1: far to the left m is −1, and eˣ is not 0.
        TLane m = TLane.ExpM1(x.Value, out TLane e);
        return new(m, e * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Log(Dual<TLane> x) => new(TLane.Log(x.Value), x.Slope / x.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Log1P(Dual<TLane> x) => new(TLane.Log1P(x.Value), x.Slope / (1 + x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> TimesLogOfRatio(Dual<TLane> factor, Dual<TLane> x, Dual<TLane> y, out Dual<TLane> log)
    {
        TLane product = TLane.TimesLogOfRatio(factor.Value, x.Value, y.Value, out TLane value);
        log = new(value, (x.Slope / x.Value) - (y.Slope / y.Value));
        return new(product, (factor.Slope * value) + (factor.Value * log.Slope));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Tanh(Dual<TLane> x)
    {
        // Not 1 − tanh²: far out tanh is 1.
        TLane e = TLane.Exp(-2 * TLane.Abs(x.Value));
        TLane sum = 1 + e;
        return new(TLane.Tanh(x.Value), 4 * (e / (sum * sum)) * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Sigmoid(Dual<TLane> x)
    {
        _ = TLane.Probabilities(x.Value, out TLane p, out TLane q);
        return new(p, p * q * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Softplus(Dual<TLane> x, out Dual<TLane> sigmoid)
    {
        TLane cost = TLane.Probabilities(x.Value, out TLane p, out TLane q);
        sigmoid = new(p, p * q * x.Slope);
        return new(TLane.AtLeast(x.Value, 0) + cost, p * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Pow(Dual<TLane> x, Dual<TLane> y)
    {
        TLane power = TLane.Pow(x.Value, y.Value);
        TLane pole = TLane.WhereLess(
            0, y.Value, double.PositiveInfinity, TLane.WhereLess(y.Value, 0, double.NegativeInfinity, 0));
        TLane atZero = TLane.WhereLess(1, y.Value, 0, TLane.WhereLess(y.Value, 1, pole, 1));
        return new(power, TLane.WhereAtMost(x.Value, 0, atZero, y.Value * power / x.Value) * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> LogGammaOfHeld(Dual<TLane> x) => Fixed(TLane.LogGammaOfHeld(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> LogGamma(Dual<TLane> x) =>
        new(TLane.LogGamma(x.Value), TLane.Digamma(x.Value) * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Digamma(Dual<TLane> x) =>
        new(TLane.Digamma(x.Value), TLane.Trigamma(x.Value) * x.Slope);

    /// <inheritdoc/>
    public static Dual<TLane> Trigamma(Dual<TLane> x) => GammaFunctions.Trigamma(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Erf(Dual<TLane> x) => new(TLane.Erf(x.Value), Bell(x.Value) * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Erfc(Dual<TLane> x) => new(TLane.Erfc(x.Value), -(Bell(x.Value) * x.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator +(Dual<TLane> x, Dual<TLane> y) => new(x.Value + y.Value, x.Slope + y.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator -(Dual<TLane> x, Dual<TLane> y) => new(x.Value - y.Value, x.Slope - y.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator *(Dual<TLane> x, Dual<TLane> y) =>
        new(x.Value * y.Value, (x.Slope * y.Value) + (x.Value * y.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator +(double number, Dual<TLane> x) => new(number + x.Value, x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator +(Dual<TLane> x, double number) => new(x.Value + number, x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator -(double number, Dual<TLane> x) => new(number - x.Value, -x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator -(Dual<TLane> x, double number) => new(x.Value - number, x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator *(double number, Dual<TLane> x) => new(number * x.Value, number * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator *(Dual<TLane> x, double number) => number * x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator *(Parameter parameter, Dual<TLane> x) =>
        new(parameter * x.Value, parameter * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator /(double number, Dual<TLane> x)
    {
        TLane quotient = number / x.Value;
        return new(quotient, -(quotient / x.Value) * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator /(Dual<TLane> x, Dual<TLane> y)
    {
        TLane quotient = x.Value / y.Value;
        return new(quotient, (x.Slope - (quotient * y.Slope)) / y.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> operator -(Dual<TLane> x) => new(-x.Value, -x.Slope);

    /// <summary>2/√π e^(−x²), the slope of erf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Bell(TLane x) => 1.1283791670955126 * TLane.Bell(x);
}
