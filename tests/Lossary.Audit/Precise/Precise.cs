using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Audit;

/// <summary>
/// A lane of 512 binary digits: running a loss's own formula over it gives what the formula is, without the errors of
/// computing it. Parameters and constants are those that <typeparamref name="T"/> can hold, as the kernels read them.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly struct Precise<T>(BigFloat number) : ILane<Precise<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly BigFloat Number = number;

    public static Precise<T> Constant(double value) => new(double.CreateTruncating(T.CreateTruncating(value)));

    public static implicit operator Precise<T>(double value) => Constant(value);

    public static implicit operator Precise<T>(Parameter parameter) => Constant(parameter.Value);

    public static Precise<T> operator +(Precise<T> x, Precise<T> y) => new(x.Number + y.Number);

    public static Precise<T> operator -(Precise<T> x, Precise<T> y) => new(x.Number - y.Number);

    public static Precise<T> operator *(Precise<T> x, Precise<T> y) => new(x.Number * y.Number);

    public static Precise<T> operator /(Precise<T> x, Precise<T> y) => new(x.Number / y.Number);

    public static Precise<T> operator -(Precise<T> x) => new(-x.Number);

    public static Precise<T> operator +(double number, Precise<T> x) => Constant(number) + x;

    public static Precise<T> operator -(double number, Precise<T> x) => Constant(number) - x;

    public static Precise<T> operator *(double number, Precise<T> x) => Constant(number) * x;

    public static Precise<T> operator /(double number, Precise<T> x) => Constant(number) / x;

    public static Precise<T> operator *(Parameter parameter, Precise<T> x) => (Precise<T>)parameter * x;

    public static Precise<T> Abs(Precise<T> x) => new(BigFloat.Abs(x.Number));

    public static Precise<T> Min(Precise<T> x, Precise<T> y) => AnyNaN(x, y) ?? (x.Number <= y.Number ? x : y);

    public static Precise<T> Max(Precise<T> x, Precise<T> y) => AnyNaN(x, y) ?? (x.Number >= y.Number ? x : y);

    public static Precise<T> AtLeast(Precise<T> x, Precise<T> bound) => Max(x, bound);

    public static Precise<T> AtMost(Precise<T> x, Precise<T> bound) => Min(x, bound);

    public static Precise<T> WhereLess(Precise<T> x, Precise<T> y, Precise<T> chosen, Precise<T> otherwise) =>
        x.Number < y.Number ? chosen : otherwise;

    public static Precise<T> WhereAtMost(Precise<T> x, Precise<T> y, Precise<T> chosen, Precise<T> otherwise) =>
        x.Number <= y.Number ? chosen : otherwise;

    public static Precise<T> Round(Precise<T> x) =>
        x.Number.IsFinite && BigFloat.Abs(x.Number) < 4503599627370496 ? new(Math.Round(x.Number.ToDouble())) : x;

    public static Precise<T> Sqrt(Precise<T> x) => new(BigFloat.Sqrt(x.Number));

    public static Precise<T> Pow(Precise<T> x, Precise<T> y)
    {
        if (y.Number.IsZero)
        {
            return 1;
        }

        if (x.Number.IsZero)
        {
            return y.Number.Sign > 0 ? 0 : double.PositiveInfinity;
        }

        return new(BigFloat.Exp(y.Number * BigFloat.Log(x.Number)));
    }

    public static Precise<T> Exp(Precise<T> x) => new(BigFloat.Exp(x.Number));

    public static Precise<T> ExpM1(Precise<T> x) => new(BigFloat.ExpM1(x.Number));

    public static Precise<T> Log(Precise<T> x) => new(BigFloat.Log(x.Number));

    public static Precise<T> Log1P(Precise<T> x) => new(BigFloat.Log1P(x.Number));

    public static Precise<T> Tanh(Precise<T> x)
    {
        BigFloat power = BigFloat.ExpM1(-2 * BigFloat.Abs(x.Number));
        BigFloat tanh = -power / (2 + power);
        return new(x.Number.Sign < 0 ? -tanh : tanh);
    }

    public static Precise<T> Sigmoid(Precise<T> x) => new(1 / (1 + BigFloat.Exp(-x.Number)));

    public static Precise<T> Softplus(Precise<T> x, out Precise<T> sigmoid)
    {
        sigmoid = Sigmoid(x);
        BigFloat rest = BigFloat.Log1P(BigFloat.Exp(-BigFloat.Abs(x.Number)));
        return new(x.Number.IsNaN ? x.Number : x.Number.Sign > 0 ? x.Number + rest : rest);
    }

    /// <summary>By quotients on both sides: the lanes' own form takes the larger as 1 less the smaller.</summary>
    public static Precise<T> Probabilities(Precise<T> x, out Precise<T> sigmoid, out Precise<T> complement)
    {
        sigmoid = Sigmoid(x);
        complement = Sigmoid(-x);
        return Softplus(-Abs(x), out _);
    }

    public static Precise<T> Erf(Precise<T> x) => new(BigFloat.Erf(x.Number));

    public static Precise<T> Erfc(Precise<T> x) => new(BigFloat.Erfc(x.Number));

    public static Precise<T> LogGamma(Precise<T> x) => new(BigGamma.LogGamma(x.Number));

    public static Precise<T> Digamma(Precise<T> x) => new(BigGamma.Digamma(x.Number));

    public static Precise<T> Trigamma(Precise<T> x) => new(BigGamma.Trigamma(x.Number));

    private static Precise<T>? AnyNaN(Precise<T> x, Precise<T> y) =>
        x.Number.IsNaN || y.Number.IsNaN ? new Precise<T>(BigFloat.NaN) : null;
}
