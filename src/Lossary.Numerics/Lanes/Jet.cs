using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>A value with its first and second derivative by one variable.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Jet<TLane>(TLane value, TLane slope, TLane curvature) : ILane<Jet<TLane>>
    where TLane : struct, ILane<TLane>
{
    /// <summary>The value.</summary>
    public readonly TLane Value = value;

    /// <summary>The first derivative.</summary>
    public readonly TLane Slope = slope;

    /// <summary>The second derivative.</summary>
    public readonly TLane Curvature = curvature;

    /// <summary>The variable that is differentiated by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Variable(TLane at) => new(at, 1, 0);

    /// <summary>Something that does not depend on the variable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Fixed(TLane value) => new(value, 0, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Constant(double value) => new(TLane.Constant(value), 0, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Jet<TLane>(double value) => Constant(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Jet<TLane>(Parameter parameter) => Fixed(parameter);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Abs(Jet<TLane> x) => WhereAtMost(0, x, x, -x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Min(Jet<TLane> x, Jet<TLane> y) => new(
        TLane.Min(x.Value, y.Value),
        TLane.WhereAtMost(x.Value, y.Value, x.Slope, y.Slope),
        TLane.WhereAtMost(x.Value, y.Value, x.Curvature, y.Curvature));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Max(Jet<TLane> x, Jet<TLane> y) => new(
        TLane.Max(x.Value, y.Value),
        TLane.WhereAtMost(y.Value, x.Value, x.Slope, y.Slope),
        TLane.WhereAtMost(y.Value, x.Value, x.Curvature, y.Curvature));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> AtLeast(Jet<TLane> x, Jet<TLane> bound) => WhereLess(x, bound, bound, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> AtMost(Jet<TLane> x, Jet<TLane> bound) => WhereLess(bound, x, bound, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> WhereLess(Jet<TLane> x, Jet<TLane> y, Jet<TLane> chosen, Jet<TLane> otherwise) => new(
        TLane.WhereLess(x.Value, y.Value, chosen.Value, otherwise.Value),
        TLane.WhereLess(x.Value, y.Value, chosen.Slope, otherwise.Slope),
        TLane.WhereLess(x.Value, y.Value, chosen.Curvature, otherwise.Curvature));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> WhereAtMost(Jet<TLane> x, Jet<TLane> y, Jet<TLane> chosen, Jet<TLane> otherwise) => new(
        TLane.WhereAtMost(x.Value, y.Value, chosen.Value, otherwise.Value),
        TLane.WhereAtMost(x.Value, y.Value, chosen.Slope, otherwise.Slope),
        TLane.WhereAtMost(x.Value, y.Value, chosen.Curvature, otherwise.Curvature));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Held(Jet<TLane> x) => Fixed(TLane.Held(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Round(Jet<TLane> x) => Fixed(TLane.Round(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Sqrt(Jet<TLane> x)
    {
        TLane root = TLane.Sqrt(x.Value);
        TLane first = 0.5 / root;
        return Chain(x, root, first, -0.5 * (first / x.Value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Exp(Jet<TLane> x)
    {
        TLane e = TLane.Exp(x.Value);
        return Chain(x, e, e, e);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> ExpM1(Jet<TLane> x)
    {
        TLane m = TLane.ExpM1(x.Value, out TLane e);
        return Chain(x, m, e, e);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Log(Jet<TLane> x)
    {
        TLane inverse = 1 / x.Value;
        return Chain(x, TLane.Log(x.Value), inverse, -(inverse * inverse));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Log1P(Jet<TLane> x)
    {
        TLane inverse = 1 / (1 + x.Value);
        return Chain(x, TLane.Log1P(x.Value), inverse, -(inverse * inverse));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> TimesLogOfRatio(Jet<TLane> factor, Jet<TLane> x, Jet<TLane> y, out Jet<TLane> log)
    {
        TLane product = TLane.TimesLogOfRatio(factor.Value, x.Value, y.Value, out TLane value);
        TLane ofX = x.Slope / x.Value, ofY = y.Slope / y.Value;
        log = new(
            value, ofX - ofY, ((x.Curvature / x.Value) - (ofX * ofX)) - ((y.Curvature / y.Value) - (ofY * ofY)));
        return new(
            product,
            (factor.Slope * value) + (factor.Value * log.Slope),
            (factor.Curvature * value) + (2 * (factor.Slope * log.Slope)) + (factor.Value * log.Curvature));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Tanh(Jet<TLane> x)
    {
        TLane t = TLane.Tanh(x.Value);
        TLane e = TLane.Exp(-2 * TLane.Abs(x.Value));
        TLane sum = 1 + e;
        TLane first = 4 * (e / (sum * sum));
        return Chain(x, t, first, -2 * (t * first));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Sigmoid(Jet<TLane> x)
    {
        _ = TLane.Probabilities(x.Value, out TLane p, out TLane q);
        TLane first = p * q;
        return Chain(x, p, first, first * (q - p));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Softplus(Jet<TLane> x, out Jet<TLane> sigmoid)
    {
        TLane cost = TLane.Probabilities(x.Value, out TLane p, out TLane q);
        TLane first = p * q;
        sigmoid = Chain(x, p, first, first * (q - p));
        return Chain(x, TLane.AtLeast(x.Value, 0) + cost, p, first);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Pow(Jet<TLane> x, Jet<TLane> y)
    {
        TLane power = TLane.Pow(x.Value, y.Value);
        TLane first = y.Value * power / x.Value;
        TLane second = (y.Value - 1) * first / x.Value;
        TLane firstAtZero = TLane.WhereLess(1, y.Value, 0, TLane.WhereLess(y.Value, 1, Pole(y.Value), 1));
        TLane secondAtZero = TLane.WhereLess(
            2, y.Value, 0, TLane.WhereLess(y.Value, 2, Pole(y.Value * (y.Value - 1)), 2));
        return Chain(
            x,
            power,
            TLane.WhereAtMost(x.Value, 0, firstAtZero, first),
            TLane.WhereAtMost(x.Value, 0, secondAtZero, second));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> LogGammaOfHeld(Jet<TLane> x) => Fixed(TLane.LogGammaOfHeld(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> LogGamma(Jet<TLane> x) =>
        Chain(x, TLane.LogGamma(x.Value), TLane.Digamma(x.Value), TLane.Trigamma(x.Value));

    /// <inheritdoc/>
    public static Jet<TLane> Digamma(Jet<TLane> x)
    {
        Dual<TLane> trigamma = GammaFunctions.Trigamma(new Dual<TLane>(x.Value, 1));
        return Chain(x, TLane.Digamma(x.Value), trigamma.Value, trigamma.Slope);
    }

    /// <inheritdoc/>
    public static Jet<TLane> Trigamma(Jet<TLane> x) => GammaFunctions.Trigamma(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Erf(Jet<TLane> x)
    {
        TLane first = 1.1283791670955126 * TLane.Bell(x.Value);
        return Chain(x, TLane.Erf(x.Value), first, -2 * (x.Value * first));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Erfc(Jet<TLane> x)
    {
        TLane first = -1.1283791670955126 * TLane.Bell(x.Value);
        return Chain(x, TLane.Erfc(x.Value), first, -2 * (x.Value * first));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator +(Jet<TLane> x, Jet<TLane> y) =>
        new(x.Value + y.Value, x.Slope + y.Slope, x.Curvature + y.Curvature);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator -(Jet<TLane> x, Jet<TLane> y) =>
        new(x.Value - y.Value, x.Slope - y.Slope, x.Curvature - y.Curvature);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator *(Jet<TLane> x, Jet<TLane> y) => new(
        x.Value * y.Value,
        (x.Slope * y.Value) + (x.Value * y.Slope),
        (x.Curvature * y.Value) + (2 * (x.Slope * y.Slope)) + (x.Value * y.Curvature));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator +(double number, Jet<TLane> x) => new(number + x.Value, x.Slope, x.Curvature);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator +(Jet<TLane> x, double number) => new(x.Value + number, x.Slope, x.Curvature);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator -(double number, Jet<TLane> x) => new(number - x.Value, -x.Slope, -x.Curvature);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator -(Jet<TLane> x, double number) => new(x.Value - number, x.Slope, x.Curvature);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator *(double number, Jet<TLane> x) =>
        new(number * x.Value, number * x.Slope, number * x.Curvature);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator *(Jet<TLane> x, double number) => number * x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator *(Parameter parameter, Jet<TLane> x) =>
        new(parameter * x.Value, parameter * x.Slope, parameter * x.Curvature);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator /(double number, Jet<TLane> x)
    {
        TLane quotient = number / x.Value;
        TLane inverse = 1 / x.Value;
        TLane first = -(quotient * inverse);
        return Chain(x, quotient, first, -2 * (first * inverse));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator /(Jet<TLane> x, Jet<TLane> y)
    {
        TLane inverse = 1 / y.Value;
        TLane quotient = x.Value / y.Value;
        TLane slope = (x.Slope - (quotient * y.Slope)) * inverse;
        return new(quotient, slope, (x.Curvature - (2 * (slope * y.Slope)) - (quotient * y.Curvature)) * inverse);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> operator -(Jet<TLane> x) => new(-x.Value, -x.Slope, -x.Curvature);

    /// <summary>f(x), given f, f′ and f″ at x's value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Jet<TLane> Chain(Jet<TLane> x, TLane value, TLane first, TLane second) =>
        new(value, first * x.Slope, (second * (x.Slope * x.Slope)) + (first * x.Curvature));

    /// <summary>An infinity of the factor's sign; 0 where the factor is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Pole(TLane factor) => TLane.WhereLess(
        0, factor, double.PositiveInfinity, TLane.WhereLess(factor, 0, double.NegativeInfinity, 0));
}
