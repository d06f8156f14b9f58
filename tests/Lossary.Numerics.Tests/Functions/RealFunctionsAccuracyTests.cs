using System.Numerics;

namespace Lossary.Numerics.Tests;

public sealed class RealFunctionsAccuracyTests
{
    /// <summary>Function, and how many units in the last place it may be off in float and in double.</summary>
    public static TheoryData<string, double, double> Limits => new()
    {
        { "exp", 1, 1.5 },
        { "expm1", 2, 2 },
        { "log", 1, 1 },
        { "log1p", 1, 1 },
        { "tanh", 2, 2.5 },
        { "sigmoid", 2.5, 2.5 },
        { "softplus", 2, 2.5 },
        { "pow", 1.5, 1.5 },
        { "logofratio", 0.55, 0.55 },
        { "erf", 1.5, 1.5 },
        { "erfc", 4, 4 },
        { "loggamma", 4, 4 },
        { "digamma", 4, 4 },
        { "trigamma", 4, 4 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Values_are_within_their_limit_of_the_exact_ones(string function, double limitSingle, double limitDouble)
    {
        (double worst, string at) = WorstError<float>(function);
        Assert.True(worst <= limitSingle, $"{function} in float is off by {worst:F2} ULP at {at}");

        (worst, at) = WorstError<double>(function);
        Assert.True(worst <= limitDouble, $"{function} in double is off by {worst:F2} ULP at {at}");
    }

    /// <summary>Operation of tests/golden/ulp_mpmath.json, and by how many units in the last place of double it may differ.</summary>
    public static TheoryData<string, double> GoldenLimits => new()
    {
        { "exp", 4 },
        { "expm1", 4 },
        { "log", 4 },
        { "log1p", 4 },
        { "sigmoid", 4 },
        { "softplus", 4 },
        { "log_sigmoid", 4 },
        { "tanh", 4 },
        { "sqrt", 1 },
        { "erf", 4 },
        { "lgamma", 4 },
        { "digamma", 4 },
    };

    [Theory]
    [MemberData(nameof(GoldenLimits))]
    public void Golden_values_are_met(string operation, double limit)
    {
        foreach (Golden golden in Golden.Of(operation))
        {
            for (int i = 0; i < golden.Input.Length; i++)
            {
                double value = operation switch
                {
                    "log_sigmoid" => RealFunctions.LogSigmoid(golden.Input[i]),
                    "lgamma" => RealFunctions.LogGamma(golden.Input[i]),
                    "sqrt" => Scalar<double>.Sqrt(golden.Input[i]).Number,
                    _ => At(operation, golden.Input[i], 0),
                };
                double error = UlpError<double>(value, golden.Expected[i], 0);
                Assert.True(error <= limit, $"{golden.Id}: {operation}({golden.Input[i]:R}) is {value:R}, off by {error:F2} ULP");
            }
        }
    }

    [Fact]
    public void The_golden_normal_distribution_function_is_half_of_erfc()
    {
        foreach (Golden golden in Golden.Of("gelu_erfc_cdf"))
        {
            for (int i = 0; i < golden.Input.Length; i++)
            {
                // −x/√2 is off by half an ULP, which the slope of ln erfc, about 2x², multiplies: hence the file's own tolerance.
                double x = golden.Input[i], expected = golden.Expected[i];
                double tolerance = expected * Math.Max(golden.RelativeTolerance, x * x * 4e-16);
                Assert.Equal(expected, 0.5 * RealFunctions.Erfc(-x / Math.Sqrt(2)), tolerance);
            }
        }
    }

    private static (double Worst, string At) WorstError<T>(string function) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double worst = 0;
        string at = "";
        foreach (double[] row in Reference.Of(function, typeof(T) == typeof(float)).Rows)
        {
            T second = row.Length == 4 ? T.CreateTruncating(row[1]) : T.Zero;
            double value = double.CreateTruncating(At(function, T.CreateTruncating(row[0]), second));
            double error = UlpError<T>(value, row[^2], row[^1]);
            if (!(error <= worst))
            {
                (worst, at) = (error, string.Join(", ", row[..^2]));
            }
        }

        return (worst, at);
    }

    /// <summary>The distance of a value from exact + rest in units of the last place that the exact value has in the format.</summary>
    private static double UlpError<T>(double value, double exact, double rest)
    {
        if (value.Equals(exact))
        {
            return 0;
        }

        (int digits, int smallest) = typeof(T) == typeof(float) ? (23, -126) : (52, -1022);
        double unit = Math.ScaleB(1, Math.Max(exact == 0 ? smallest : Math.ILogB(exact), smallest) - digits);
        return Math.Abs(((value - exact) / unit) - (rest / unit));
    }

    private static T At<T>(string function, T x, T y) where T : unmanaged, IFloatingPointIeee754<T> => function switch
    {
        "exp" => RealFunctions.Exp(x),
        "expm1" => RealFunctions.ExpM1(x),
        "log" => RealFunctions.Log(x),
        "log1p" => RealFunctions.Log1P(x),
        "tanh" => RealFunctions.Tanh(x),
        "sigmoid" => RealFunctions.Sigmoid(x),
        "softplus" => RealFunctions.Softplus(x),
        "pow" => RealFunctions.Pow(x, y),
        "logofratio" => Scalar<T>.TimesLogOfRatio(Scalar<T>.Spread(x), Scalar<T>.Spread(x), Scalar<T>.Spread(y), out _).Number,
        "erf" => RealFunctions.Erf(x),
        "erfc" => RealFunctions.Erfc(x),
        "loggamma" => RealFunctions.LogGamma(x),
        "digamma" => RealFunctions.Digamma(x),
        "trigamma" => RealFunctions.Trigamma(x),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };
}
