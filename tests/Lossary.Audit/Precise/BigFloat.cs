using System.Numerics;

namespace Lossary.Audit;

/// <summary>A number of 512 binary digits: mantissa · 2^exponent. What does not fit is cut off.</summary>
/// <remarks>Slow, simple and with far more digits than a double: the reference that errors are measured against.</remarks>
internal readonly partial struct BigFloat : IEquatable<BigFloat>
{
    /// <summary>Binary digits kept.</summary>
    public const int Precision = 512;

    private readonly BigInteger _mantissa;
    private readonly long _exponent;
    private readonly Kind _kind;

    private BigFloat(Kind kind) => _kind = kind;

    private BigFloat(BigInteger mantissa, long exponent)
    {
        long excess = (long)BigInteger.Abs(mantissa).GetBitLength() - Precision;
        _mantissa = excess > 0 ? mantissa >> (int)excess : mantissa;
        _exponent = mantissa.IsZero ? 0 : excess > 0 ? exponent + excess : exponent;
    }

    private enum Kind
    {
        Finite,
        Positive,
        Negative,
        Undefined,
    }

    public static BigFloat NaN { get; } = new(Kind.Undefined);

    public static BigFloat PositiveInfinity { get; } = new(Kind.Positive);

    public static BigFloat NegativeInfinity { get; } = new(Kind.Negative);

    public bool IsNaN => _kind == Kind.Undefined;

    public bool IsFinite => _kind == Kind.Finite;

    public bool IsZero => IsFinite && _mantissa.IsZero;

    public int Sign => _kind switch
    {
        Kind.Finite => _mantissa.Sign,
        Kind.Positive => 1,
        Kind.Negative => -1,
        _ => 0,
    };

    /// <summary>log₂|x|, rounded down; for a finite number that is not 0.</summary>
    public long Magnitude => _exponent + (long)BigInteger.Abs(_mantissa).GetBitLength() - 1;

    /// <summary>The number that a double stands for, exactly.</summary>
    public static implicit operator BigFloat(double value)
    {
        if (double.IsNaN(value))
        {
            return NaN;
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? PositiveInfinity : NegativeInfinity;
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52 & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFF;
        mantissa = exponent == 0 ? mantissa : mantissa | 1L << 52;
        return new(value < 0 ? -mantissa : mantissa, (exponent == 0 ? 1 : exponent) - 1075);
    }

    public static BigFloat operator -(BigFloat x) => x._kind switch
    {
        Kind.Finite => new(-x._mantissa, x._exponent),
        Kind.Positive => NegativeInfinity,
        Kind.Negative => PositiveInfinity,
        _ => x,
    };

    public static BigFloat operator +(BigFloat x, BigFloat y)
    {
        if (!x.IsFinite || !y.IsFinite)
        {
            return x.IsNaN || y.IsNaN || (!x.IsFinite && !y.IsFinite && x._kind != y._kind) ? NaN : x.IsFinite ? y : x;
        }

        if (x._mantissa.IsZero || y._mantissa.IsZero)
        {
            return x._mantissa.IsZero ? y : x;
        }

        if (Math.Abs(x.Magnitude - y.Magnitude) > 2 * Precision)
        {
            return x.Magnitude > y.Magnitude ? x : y;
        }

        long exponent = Math.Min(x._exponent, y._exponent);
        return new(
            (x._mantissa << (int)(x._exponent - exponent)) + (y._mantissa << (int)(y._exponent - exponent)), exponent);
    }

    public static BigFloat operator -(BigFloat x, BigFloat y) => x + -y;

    public static BigFloat operator *(BigFloat x, BigFloat y)
    {
        if (x.IsFinite && y.IsFinite)
        {
            return new(x._mantissa * y._mantissa, x._exponent + y._exponent);
        }

        return OfSign(x.IsNaN || y.IsNaN ? 0 : x.Sign * y.Sign);
    }

    public static BigFloat operator /(BigFloat x, BigFloat y)
    {
        if (x.IsNaN || y.IsNaN || (x.IsZero && y.IsZero) || (!x.IsFinite && !y.IsFinite))
        {
            return NaN;
        }

        if (!y.IsFinite)
        {
            return 0;
        }

        if (!x.IsFinite || y.IsZero)
        {
            return OfSign(x.Sign * (y.IsZero ? 1 : y.Sign));
        }

        long missing = (long)BigInteger.Abs(y._mantissa).GetBitLength() - (long)BigInteger.Abs(x._mantissa).GetBitLength();
        int shift = (int)Math.Max(0, Precision + 8 + missing);
        return new((x._mantissa << shift) / y._mantissa, x._exponent - y._exponent - shift);
    }

    public static bool operator <(BigFloat x, BigFloat y) => !x.IsNaN && !y.IsNaN && Compare(x, y) < 0;

    public static bool operator >(BigFloat x, BigFloat y) => y < x;

    public static bool operator <=(BigFloat x, BigFloat y) => !x.IsNaN && !y.IsNaN && Compare(x, y) <= 0;

    public static bool operator >=(BigFloat x, BigFloat y) => y <= x;

    public static bool operator ==(BigFloat x, BigFloat y) => x.Equals(y);

    public static bool operator !=(BigFloat x, BigFloat y) => !x.Equals(y);

    /// <summary>x · 2ⁿ.</summary>
    public static BigFloat Scale(BigFloat x, long n) => x.IsFinite ? new(x._mantissa, x._exponent + n) : x;

    public static BigFloat Abs(BigFloat x) => x.Sign < 0 ? -x : x;

    public static BigFloat Sqrt(BigFloat x)
    {
        if (x.IsNaN || x.Sign < 0)
        {
            return NaN;
        }

        if (!x.IsFinite || x.IsZero)
        {
            return x;
        }

        int shift = 2 * Precision;
        shift += (int)((x._exponent - shift) & 1);
        return new(Root(x._mantissa << shift), (x._exponent - shift) / 2);
    }

    /// <summary>The nearest double, towards 0 where it lies between.</summary>
    public double ToDouble()
    {
        if (!IsFinite)
        {
            return _kind == Kind.Undefined ? double.NaN : Sign * double.PositiveInfinity;
        }

        int excess = (int)Math.Max(0, (long)BigInteger.Abs(_mantissa).GetBitLength() - 60);
        double head = (double)(_mantissa >> excess);
        long exponent = Math.Clamp(_exponent + excess, -5000, 5000);
        return Math.ScaleB(Math.ScaleB(head, (int)(exponent / 2)), (int)(exponent - (exponent / 2)));
    }

    /// <inheritdoc/>
    public bool Equals(BigFloat other) => !IsNaN && !other.IsNaN && Compare(this, other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BigFloat other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToDouble().GetHashCode();

    private static BigFloat OfSign(int sign) => sign switch
    {
        > 0 => PositiveInfinity,
        < 0 => NegativeInfinity,
        _ => NaN,
    };

    private static int Compare(BigFloat x, BigFloat y)
    {
        if (x.Sign != y.Sign || !x.IsFinite || !y.IsFinite)
        {
            int left = x.IsFinite ? x.Sign : 2 * x.Sign, right = y.IsFinite ? y.Sign : 2 * y.Sign;
            return left.CompareTo(right);
        }

        return (x - y).Sign;
    }

    private static BigInteger Root(BigInteger square)
    {
        BigInteger root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
