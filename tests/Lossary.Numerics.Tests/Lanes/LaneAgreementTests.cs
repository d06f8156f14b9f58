using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Numerics.Tests;

/// <summary>What every lane owes: the same bits as <see cref="Scalar{T}"/>, wherever in a register or a span a number stands.</summary>
public sealed class LaneAgreementTests
{
    /// <summary>Every operation, of one or two arguments.</summary>
    public static TheoryData<string> Operations =>
    [
        "add", "subtract", "multiply", "divide", "negate", "abs", "min", "max", "atLeast", "atMost", "clamp", "whereLess",
        "whereAtMost", "sign", "sqrt", "pow", "exp", "expm1", "log", "log1p", "timesLogOfRatio", "tanh", "sigmoid", "softplus", "logSigmoid", "erf", "erfc",
        "logGamma", "digamma", "trigamma", "fused", "round", "scale", "split", "constants",
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Lanes_agree_bit_for_bit(string operation)
    {
        Compare<float>(operation, x => BitConverter.SingleToInt32Bits(x), Arguments(5000, x => (float)x, bits => BitConverter.UInt32BitsToSingle((uint)bits)));
        Compare<double>(operation, BitConverter.DoubleToInt64Bits, Arguments(5000, x => x, BitConverter.UInt64BitsToDouble));
    }

    [Fact]
    public void Spans_of_any_length_give_what_single_numbers_give()
    {
        CheckSpans<float>();
        CheckSpans<double>();
    }

    [Fact]
    public void Spans_of_different_length_or_partly_the_same_memory_are_refused()
    {
        float[] memory = new float[8];
        string message = Assert.Throws<ArgumentException>(() => RealFunctions.Exp<float>(memory, new float[7])).Message;

        Assert.StartsWith("destination has 7 elements, source has 8.", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RealFunctions.Exp<float>(memory.AsSpan(0, 7), memory.AsSpan(1)));
    }

    private static void CheckSpans<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int length = 0; length <= 70; length++)
        {
            T[] source = [.. Enumerable.Range(0, length).Select(i => T.CreateTruncating((i - 30) / 7.0))];
            T[] destination = new T[length + 1];
            T untouched = destination[length] = T.CreateTruncating(-5);
            RealFunctions.Sigmoid<T>(source, destination.AsSpan(0, length));

            Assert.Equal(source.Select(RealFunctions.Sigmoid), destination[..length]);
            Assert.Equal(untouched, destination[length]);
            RealFunctions.Erfc<T>(source, source);
            Assert.Equal(Enumerable.Range(0, length).Select(i => RealFunctions.Erfc(T.CreateTruncating((i - 30) / 7.0))), source);
        }
    }

    private static void Compare<T>(string operation, Func<T, long> bits, (T[] X, T[] Y) arguments)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[] x, T[] y) = arguments;
        T[] scalar = Apply<Scalar<T>, T>(operation, x, y);
        T[] narrow = Apply<Wide256<T>, T>(operation, x, y), wide = Apply<Wide512<T>, T>(operation, x, y);
        for (int i = 0; i < x.Length; i++)
        {
            // Which NaN it is may differ: processors choose among the NaNs of the operands.
            bool same = T.IsNaN(scalar[i])
                ? T.IsNaN(narrow[i]) && T.IsNaN(wide[i])
                : bits(scalar[i]) == bits(narrow[i]) && bits(scalar[i]) == bits(wide[i]);
            Assert.True(same, $"{operation}({x[i]}, {y[i]}) is {scalar[i]:R} alone, {narrow[i]:R} in 256 bits, {wide[i]:R} in 512");
        }
    }

    private static T[] Apply<TLane, T>(string operation, T[] x, T[] y)
        where TLane : struct, ILane<TLane>, IRealLane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] result = new T[x.Length];
        for (int i = 0; i <= x.Length - TLane.Width; i += TLane.Width)
        {
            TLane a = TLane.Load(ref x[0], i), b = TLane.Load(ref y[0], i);
            TLane.Store(At(operation, a, b), ref result[0], i);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TLane At<TLane>(string operation, TLane a, TLane b) where TLane : struct, ILane<TLane>, IRealLane<TLane> => operation switch
    {
        "add" => a + b,
        "subtract" => a - b,
        "multiply" => a * b,
        "divide" => a / b,
        "negate" => -a,
        "abs" => TLane.Abs(a),
        "min" => TLane.Min(a, b),
        "max" => TLane.Max(a, b),
        "atLeast" => TLane.AtLeast(a, b),
        "atMost" => TLane.AtMost(a, b),
        "clamp" => TLane.Clamp(a, -1.0, 2.0),
        "whereLess" => TLane.WhereLess(a, b, a * 2, b),
        "whereAtMost" => TLane.WhereAtMost(a, b, a * 2, b),
        "sign" => TLane.Sign(a),
        "sqrt" => TLane.Sqrt(a),
        "pow" => TLane.Pow(a, b),
        "exp" => TLane.Exp(a),
        "expm1" => TLane.ExpM1(a),
        "log" => TLane.Log(a),
        "log1p" => TLane.Log1P(a),
        "timesLogOfRatio" => TLane.TimesLogOfRatio(a, TLane.Abs(a), TLane.Abs(b), out TLane log) + log,
        "tanh" => TLane.Tanh(a),
        "sigmoid" => TLane.Sigmoid(a),
        "softplus" => TLane.Softplus(a, out TLane sigmoid) + sigmoid,
        "logSigmoid" => TLane.LogSigmoid(a),
        "erf" => TLane.Erf(a),
        "erfc" => TLane.Erfc(a),
        "logGamma" => TLane.LogGamma(a),
        "digamma" => TLane.Digamma(a),
        "trigamma" => TLane.Trigamma(a),
        "fused" => TLane.FusedMultiplyAdd(a, b, 0.1) + TLane.FusedMultiplyAdd(a, a, b),
        "round" => TLane.Round(a),
        "scale" => TLane.ScaleByPowerOfTwo(a, TLane.Round(100 * TLane.Tanh(TLane.WhereLess(TLane.Abs(b), 1e30, b, 0)))),
        "split" => TLane.SplitExponent(TLane.Clamp(TLane.Abs(a), 1e-37, 1e38), out TLane n) + (n * 8),
        "constants" => 1 - (2 * (a + 0.1)) + (0.3 / b) - (new Parameter("c", 0.7) * a),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };

    /// <summary>Special values and edges against each other, then numbers of every size, then random bits.</summary>
    private static (T[] X, T[] Y) Arguments<T>(int random, Func<double, T> narrow, Func<ulong, T> fromBits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] special =
        [
            0, -0.0, 1, -1, 0.5, 2, 1.5, 2.5, 3, 8, 12, -2.5, 1e-310, -1e-310, 1e-40, 3e-45, 5e-324, 1e300, -1e300, 700, 709.79, 710, 745,
            -700, -708.4, -745.2, 88.7, 88.73, 104, -87.34, -103.98, -104, 26, 27.2, 1e-20, double.NaN, double.PositiveInfinity,
            double.NegativeInfinity,
        ];
        RandomStream stream = new(2026);
        List<T> x = [], y = [];
        foreach (double first in special)
        {
            foreach (double second in special)
            {
                x.Add(narrow(first));
                y.Add(narrow(second));
            }
        }

        for (int i = 0; i < random; i++)
        {
            bool anyBits = i % 4 == 0;
            x.Add(anyBits ? fromBits(stream.NextUInt64()) : narrow(stream.NextNormal() * Math.ScaleB(1, stream.NextInt(40) - 30)));
            y.Add(anyBits ? fromBits(stream.NextUInt64()) : narrow(stream.NextNormal()));
        }

        while (x.Count % 16 != 0)
        {
            x.Add(T.One);
            y.Add(T.One);
        }

        return ([.. x], [.. y]);
    }
}
