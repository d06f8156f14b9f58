namespace Lossary.Numerics.Tests;

public sealed class SpecialValuesTests
{
    private const double Infinite = double.PositiveInfinity;
    private const double Smallest = double.Epsilon;

    /// <summary>Function, argument, value: limits by definition, edges of overflow and underflow by mpmath.</summary>
    public static TheoryData<string, double, double> Doubles => new()
    {
        { "exp", -Infinite, 0 }, { "exp", Infinite, Infinite }, { "exp", 0, 1 }, { "exp", -0.0, 1 }, { "exp", Smallest, 1 },
        { "exp", 709.782712893384, 1.797693134862273e308 }, { "exp", 709.7827128933841, Infinite }, { "exp", 745, Infinite },
        { "exp", -745.1332191019411, Smallest }, { "exp", -745.1332191019412, 0 }, { "exp", -708.3964185322641, 2.2250738585072626e-308 },
        { "exp", -746, 0 }, { "exp", 1e300, Infinite }, { "exp", -1e300, 0 },
        { "expm1", -Infinite, -1 }, { "expm1", Infinite, Infinite }, { "expm1", 1e-300, 1e-300 }, { "expm1", -745, -1 },
        { "expm1", 709.782712893384, 1.797693134862273e308 }, { "expm1", 710, Infinite }, { "expm1", -1e-20, -1e-20 },
        { "log", 0, -Infinite }, { "log", -0.0, -Infinite }, { "log", -1, double.NaN }, { "log", -Infinite, double.NaN },
        { "log", Infinite, Infinite }, { "log", 1, 0 }, { "log", Smallest, -744.4400719213812 }, { "log", 1e-310, -713.8013788281542 },
        { "log", double.MaxValue, 709.782712893384 },
        { "log1p", -1, -Infinite }, { "log1p", -2, double.NaN }, { "log1p", Infinite, Infinite }, { "log1p", -Infinite, double.NaN },
        { "log1p", 1e-20, 1e-20 }, { "log1p", 1e-310, 1e-310 }, { "log1p", double.MaxValue, 709.782712893384 },
        { "tanh", Infinite, 1 }, { "tanh", -Infinite, -1 }, { "tanh", 0, 0 }, { "tanh", 745, 1 }, { "tanh", 1e-20, 1e-20 },
        { "sigmoid", Infinite, 1 }, { "sigmoid", -Infinite, 0 }, { "sigmoid", 0, 0.5 }, { "sigmoid", -745, Smallest }, { "sigmoid", 800, 1 },
        { "softplus", Infinite, Infinite }, { "softplus", -Infinite, 0 }, { "softplus", 800, 800 }, { "softplus", -745, Smallest },
        { "softplus", 0, 0.6931471805599453 },
        { "logsigmoid", -Infinite, -Infinite }, { "logsigmoid", -800, -800 }, { "logsigmoid", Infinite, 0 },
        { "erf", Infinite, 1 }, { "erf", -Infinite, -1 }, { "erf", 0, 0 }, { "erf", 1e-300, 1.1283791670955126e-300 }, { "erf", -30, -1 },
        { "erfc", Infinite, 0 }, { "erfc", -Infinite, 2 }, { "erfc", 0, 1 }, { "erfc", 26, 5.663192408856143e-296 },
        { "erfc", 27.2, 1e-323 }, { "erfc", 27.3, 0 }, { "erfc", -10, 2 }, { "erfc", 1e-20, 1 },
        { "lgamma", 0, Infinite }, { "lgamma", 1, 0 }, { "lgamma", 2, 0 }, { "lgamma", Infinite, Infinite }, { "lgamma", -1.5, double.NaN },
        { "lgamma", Smallest, 744.4400719213812 }, { "lgamma", 3, 0.6931471805599453 },
        { "digamma", 0, -Infinite }, { "digamma", Infinite, Infinite }, { "digamma", -2.5, double.NaN }, { "digamma", 1, -0.5772156649015329 },
        { "trigamma", 0, Infinite }, { "trigamma", Infinite, 0 }, { "trigamma", 1, 1.6449340668482264 }, { "trigamma", -0.5, double.NaN },
    };

    /// <summary>The same in single precision.</summary>
    public static TheoryData<string, float, float> Singles => new()
    {
        { "exp", 88.72283f, 3.4027985e38f }, { "exp", 88.72284f, float.PositiveInfinity }, { "exp", 104, float.PositiveInfinity },
        { "exp", -103.97207f, float.Epsilon }, { "exp", -104, 0 }, { "exp", -87.33655f, 1.1754907e-38f },
        { "expm1", 88.72283f, 3.4027985e38f }, { "expm1", -104, -1 }, { "expm1", 1e-40f, 1e-40f },
        { "log", float.Epsilon, -103.27893f }, { "log", float.MaxValue, 88.72284f }, { "log", 0, float.NegativeInfinity },
        { "log1p", 1e-10f, 1e-10f }, { "log1p", float.MaxValue, 88.72284f },
        { "sigmoid", -103.9f, float.Epsilon }, { "sigmoid", -104.5f, 0 }, { "sigmoid", 104, 1 },
        { "softplus", 104, 104 }, { "softplus", -104.5f, 0 },
        { "erfc", 10.05f, 1.4e-45f }, { "erfc", 10.1f, 0 }, { "erfc", -5, 2 },
        { "lgamma", 1, 0 }, { "lgamma", 2, 0 }, { "lgamma", float.Epsilon, 103.27893f },
    };

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Double_edges_are_exact_or_one_rounding_off(string function, double x, double expected)
    {
        double value = At(function, x);

        Assert.True(
            value.Equals(expected) || value == Math.BitIncrement(expected) || value == Math.BitDecrement(expected),
            $"{function}({x:R}) is {value:R}, not {expected:R}");
    }

    [Theory]
    [MemberData(nameof(Singles))]
    public void Float_edges_are_exact_or_one_rounding_off(string function, float x, float expected)
    {
        float value = At(function, x);

        Assert.True(
            value.Equals(expected) || value == MathF.BitIncrement(expected) || value == MathF.BitDecrement(expected),
            $"{function}({x:R}) is {value:R}, not {expected:R}");
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("expm1")]
    [InlineData("log")]
    [InlineData("log1p")]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("softplus")]
    [InlineData("logsigmoid")]
    [InlineData("erf")]
    [InlineData("erfc")]
    [InlineData("lgamma")]
    [InlineData("digamma")]
    [InlineData("trigamma")]
    public void NaN_gives_NaN(string function)
    {
        Assert.True(double.IsNaN(At(function, double.NaN)));
        Assert.True(float.IsNaN(At(function, float.NaN)));
    }

    [Fact]
    public void Odd_functions_keep_the_sign_of_zero()
    {
        Assert.True(double.IsNegative(RealFunctions.Erf(-0.0)));
        Assert.Equal(0, RealFunctions.Tanh(-0.0));
        Assert.Equal(0, RealFunctions.ExpM1(-0.0));
        Assert.Equal(0, RealFunctions.Log1P(-0.0));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 2, 0)]
    [InlineData(0, -1, double.PositiveInfinity)]
    [InlineData(1, 1e300, 1)]
    [InlineData(2, 10, 1024)]
    [InlineData(double.PositiveInfinity, -1, 0)]
    [InlineData(double.PositiveInfinity, 0.5, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 0, 1)]
    [InlineData(-1, 2, double.NaN)]
    [InlineData(double.NaN, 2, double.NaN)]
    [InlineData(5e-324, 0.5, 2.2227587494850775e-162)]
    public void Powers_at_the_edges(double x, double y, double expected)
    {
        Assert.Equal(expected, RealFunctions.Pow(x, y), 4e-16 * Math.Abs(double.IsFinite(expected) ? expected : 0));
    }

    /// <summary>The finite ones by mpmath, in 50 digits.</summary>
    [Theory]
    [InlineData(1, 0, 1, double.NegativeInfinity)]
    [InlineData(1, 1, 0, double.PositiveInfinity)]
    [InlineData(-1, double.PositiveInfinity, 1, double.NegativeInfinity)]
    [InlineData(1, 1, double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(1, 0, 0, double.NaN)]
    [InlineData(1, double.NaN, 1, double.NaN)]
    [InlineData(1, 1, double.NaN, double.NaN)]
    [InlineData(double.NaN, 1, 2, double.NaN)]
    [InlineData(3, 7, 7, 0)]
    [InlineData(2, 5e-324, 1e300, -2870.43119963919)]
    [InlineData(1, 1e300, 1e-300, 1381.5510557964274)]
    [InlineData(0.25, 1, 0.9999999999999999, 2.7755575615628914e-17)]
    public void Logarithms_of_ratios_at_the_edges(double factor, double x, double y, double expected)
    {
        Assert.Equal(expected, Scalar<double>.TimesLogOfRatio(factor, x, y, out _).Number);
    }

    private static T At<T>(string function, T x) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => function switch
    {
        "exp" => RealFunctions.Exp(x),
        "expm1" => RealFunctions.ExpM1(x),
        "log" => RealFunctions.Log(x),
        "log1p" => RealFunctions.Log1P(x),
        "tanh" => RealFunctions.Tanh(x),
        "sigmoid" => RealFunctions.Sigmoid(x),
        "softplus" => RealFunctions.Softplus(x),
        "logsigmoid" => RealFunctions.LogSigmoid(x),
        "erf" => RealFunctions.Erf(x),
        "erfc" => RealFunctions.Erfc(x),
        "lgamma" => RealFunctions.LogGamma(x),
        "digamma" => RealFunctions.Digamma(x),
        "trigamma" => RealFunctions.Trigamma(x),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };
}
