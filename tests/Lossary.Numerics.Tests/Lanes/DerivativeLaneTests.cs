namespace Lossary.Numerics.Tests;

/// <summary>What <see cref="Dual{TLane}"/> and <see cref="Jet{TLane}"/> owe: the derivatives of whatever runs over them.</summary>
public sealed class DerivativeLaneTests
{
    /// <summary>A smooth formula, and a point inside its domain.</summary>
    public static TheoryData<string, double> Formulas => new()
    {
        { "arithmetic", 1.3 }, { "numbers", 1.3 }, { "sqrt", 2.5 }, { "exp", -0.7 }, { "expm1", 0.4 }, { "log", 1.7 }, { "log1p", 0.6 }, { "logOfRatio", 1.7 },
        { "tanh", 0.3 }, { "sigmoid", -1.2 }, { "probabilities", -0.6 }, { "bell", 0.8 }, { "softplus", 0.8 }, { "logSigmoid", -0.4 }, { "pow", 1.6 }, { "logGamma", 2.4 },
        { "logGamma", 0.7 }, { "logGamma", 9.5 }, { "digamma", 0.7 }, { "digamma", 9.5 }, { "trigamma", 2.4 }, { "erf", 0.6 }, { "erfc", 1.9 }, { "min", 0.4 }, { "max", 0.4 }, { "abs", -0.4 }, { "choice", 0.2 },
        { "choice", 1.4 }, { "clamp", 0.3 }, { "clamp", 5 }, { "nested", 0.9 },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Derivatives_are_the_slopes_of_the_value(string formula, double x)
    {
        // Five-point differences in double: truncation h⁴, rounding 1e-16 / h.
        const double Step = 1e-3;
        double Value(double at) => At<Scalar<double>>(formula, at).Number;
        double slope = (Value(x - (2 * Step)) - (8 * Value(x - Step)) + (8 * Value(x + Step)) - Value(x + (2 * Step))) / (12 * Step);
        double bend = (-Value(x - (2 * Step)) + (16 * Value(x - Step)) - (30 * Value(x)) + (16 * Value(x + Step))
            - Value(x + (2 * Step))) / (12 * Step * Step);

        Dual<Scalar<double>> dual = At(formula, Dual<Scalar<double>>.Variable(x));
        Jet<Scalar<double>> jet = At(formula, Jet<Scalar<double>>.Variable(x));

        Assert.Equal(Value(x), dual.Value.Number, 1e-15);
        Assert.Equal(Value(x), jet.Value.Number, 1e-15);
        Assert.Equal(slope, dual.Slope.Number, 1e-10 * Math.Max(1, Math.Abs(slope)));
        Assert.Equal(slope, jet.Slope.Number, 1e-10 * Math.Max(1, Math.Abs(slope)));
        Assert.Equal(bend, jet.Curvature.Number, 1e-7 * Math.Max(1, Math.Abs(bend)));
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_dual_of_duals_has_the_second_derivative_of_the_jet(string formula, double x)
    {
        Dual<Dual<Scalar<double>>> variable = new(Dual<Scalar<double>>.Variable(x), 1);
        double second = At(formula, variable).Slope.Slope.Number;

        double expected = At(formula, Jet<Scalar<double>>.Variable(x)).Curvature.Number;
        Assert.Equal(expected, second, 1e-12 * Math.Max(1, Math.Abs(expected)));
    }

    [Fact]
    public void A_branch_that_is_not_taken_does_not_leak_its_NaN()
    {
        Dual<Scalar<double>> zero = Dual<Scalar<double>>.Variable(0);
        Dual<Scalar<double>> chosen = Dual<Scalar<double>>.WhereLess(zero, 1, 3 * zero, Dual<Scalar<double>>.Log(zero) / zero);

        Assert.Equal(0, chosen.Value.Number);
        Assert.Equal(3, chosen.Slope.Number);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    [InlineData(0.5, double.PositiveInfinity)]
    [InlineData(0, 0)]
    [InlineData(-1, double.NegativeInfinity)]
    public void The_slope_of_a_power_at_zero_is_its_limit(double exponent, double slope)
    {
        Assert.Equal(slope, Dual<Scalar<double>>.Pow(Dual<Scalar<double>>.Variable(0), exponent).Slope.Number);
        Assert.Equal(slope, Jet<Scalar<double>>.Pow(Jet<Scalar<double>>.Variable(0), exponent).Slope.Number);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(2, 2)]
    [InlineData(1.5, double.PositiveInfinity)]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    public void The_bend_of_a_power_at_zero_is_its_limit(double exponent, double bend) =>
        Assert.Equal(bend, Jet<Scalar<double>>.Pow(Jet<Scalar<double>>.Variable(0), exponent).Curvature.Number);

    /// <summary>Slope and bend by mpmath in 40 digits, also where the value itself has no digit left that moves.</summary>
    [Theory]
    [InlineData("tanh", -1.5, 0.18070663892364853, 0.32713259728754783)]
    [InlineData("tanh", 7.25, 2.0173886153405739e-6, -4.0347731608222698e-6)]
    [InlineData("tanh", -20, 1.6993417021166356e-17, 3.3986834042332711e-17)]
    [InlineData("tanh", 100, 5.5355861069469501e-87, -1.10711722138939e-86)]
    [InlineData("sigmoid", -40, 4.248354255291589e-18, 4.2483542552915889e-18)]
    [InlineData("sigmoid", -3, 0.045176659730912133, 0.040891574660943479)]
    [InlineData("sigmoid", 2.5, 0.070103716545108157, -0.059467835845434068)]
    [InlineData("sigmoid", 40, 4.248354255291589e-18, -4.2483542552915889e-18)]
    [InlineData("sigmoid", 700, 9.8596765437597709e-305, -9.8596765437597709e-305)]
    [InlineData("expm1", -700, 9.8596765437597709e-305, 9.8596765437597709e-305)]
    [InlineData("expm1", -40, 4.248354255291589e-18, 4.248354255291589e-18)]
    [InlineData("expm1", 0.25, 1.2840254166877415, 1.2840254166877415)]
    [InlineData("erf", -5.3, 7.1305505437526226e-13, 7.5583835763777797e-12)]
    [InlineData("erf", 3.1, 7.5663266796541869e-5, -0.0004691122541385596)]
    [InlineData("erf", 26, 2.9470349932662695e-294, -1.5324581964984602e-292)]
    public void Derivatives_keep_their_digits_in_the_tails(string function, double x, double slope, double bend)
    {
        Dual<Scalar<double>> dual = Alone(function, Dual<Scalar<double>>.Variable(x));
        Jet<Scalar<double>> jet = Alone(function, Jet<Scalar<double>>.Variable(x));

        Assert.Equal(slope, dual.Slope.Number, 3e-15 * Math.Abs(slope));
        Assert.Equal(slope, jet.Slope.Number, 3e-15 * Math.Abs(slope));
        Assert.Equal(bend, jet.Curvature.Number, 3e-15 * Math.Abs(bend));
    }

    [Theory]
    [InlineData(-2.5, -1)]
    [InlineData(0, 0)]
    [InlineData(-0.0, 0)]
    [InlineData(1e-300, 1)]
    [InlineData(double.NaN, double.NaN)]
    public void The_sign_is_flat(double x, double sign)
    {
        Assert.Equal(sign, LaneOf<Scalar<double>>.Sign(x).Number);
        Dual<Scalar<double>> dual = LaneOf<Dual<Scalar<double>>>.Sign(Dual<Scalar<double>>.Variable(x));

        Assert.Equal(sign, dual.Value.Number);
        Assert.Equal(0, dual.Slope.Number);
    }

    [Theory]
    [InlineData(2.5, 2)]
    [InlineData(3.5, 4)]
    [InlineData(-0.7, -1)]
    [InlineData(1e300, 1e300)]
    [InlineData(double.NaN, double.NaN)]
    public void A_rounded_number_is_flat(double x, double rounded)
    {
        Dual<Scalar<double>> dual = Dual<Scalar<double>>.Round(Dual<Scalar<double>>.Variable(x));
        Jet<Scalar<double>> jet = Jet<Scalar<double>>.Round(Jet<Scalar<double>>.Variable(x));

        Assert.Equal((rounded, 0), (dual.Value.Number, dual.Slope.Number));
        Assert.Equal((rounded, 0, 0), (jet.Value.Number, jet.Slope.Number, jet.Curvature.Number));
    }

    [Fact]
    public void What_is_held_keeps_its_value_and_is_flat()
    {
        Dual<Scalar<double>> dual = LaneOf<Dual<Scalar<double>>>.Held(Dual<Scalar<double>>.Variable(3.0));
        Jet<Scalar<double>> jet = LaneOf<Jet<Scalar<double>>>.Held(Jet<Scalar<double>>.Variable(3.0));

        Assert.Equal((3, 0), (dual.Value.Number, dual.Slope.Number));
        Assert.Equal((3, 0, 0), (jet.Value.Number, jet.Slope.Number, jet.Curvature.Number));
        Assert.Equal(3, LaneOf<Scalar<double>>.Held(3.0).Number);
    }

    private static TLane At<TLane>(string formula, TLane x) where TLane : struct, ILane<TLane> => formula switch
    {
        "arithmetic" => ((x * x * x) - (x / (x + x + 1))) * -x,
        "numbers" => (3 - (2 * x)) / (1 + x) + (0.7 / x) + (x * 4) - (x - 1) + (new Parameter("c", 0.3) * x) + (5 + x),
        "sqrt" => TLane.Sqrt(x * x + 1),
        "exp" => TLane.Exp(2 * x),
        "expm1" => TLane.ExpM1(x * x),
        "log" => TLane.Log(3 * x),
        "log1p" => TLane.Log1P(x * x),
        "logOfRatio" => TLane.TimesLogOfRatio(x * x, 1 + x, 2 * x, out TLane ratio) * ratio,
        "tanh" => TLane.Tanh(2 * x),
        "sigmoid" => TLane.Sigmoid(3 * x),
        "probabilities" => TLane.Probabilities(2 * x, out TLane p, out TLane q) * (p + (3 * q)),
        "bell" => TLane.Bell(2 * x),
        "softplus" => TLane.Softplus(2 * x, out TLane sigmoid) * sigmoid,
        "logSigmoid" => TLane.LogSigmoid(2 * x),
        "pow" => TLane.Pow(2 * x, 2.7),
        "logGamma" => TLane.LogGamma(x),
        "digamma" => TLane.Digamma(2 * x),
        "trigamma" => TLane.Trigamma(2 * x),
        "erf" => TLane.Erf(2 * x),
        "erfc" => TLane.Erfc(x * x),
        "min" => TLane.Min(x * x, 1) + TLane.AtMost(x * x, 1.0),
        "max" => TLane.Max(x * x, 0.01) + TLane.AtLeast(x * x, 0.01),
        "abs" => TLane.Abs(x * x * x),
        "choice" => TLane.WhereLess(x, 1, x * x, TLane.WhereAtMost(x, 2, 3 * x, 7)),
        "clamp" => TLane.Clamp(x * x, 0.01, 4.0),
        "nested" => TLane.Exp(-TLane.Sqrt(1 + (TLane.Log(x) * TLane.Tanh(x)))),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, null),
    };

    private static TLane Alone<TLane>(string function, TLane x) where TLane : struct, ILane<TLane> => function switch
    {
        "tanh" => TLane.Tanh(x),
        "sigmoid" => TLane.Sigmoid(x),
        "expm1" => TLane.ExpM1(x),
        "erf" => TLane.Erf(x),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };

    /// <summary>Reaches the members that lanes inherit.</summary>
    private static class LaneOf<TLane> where TLane : struct, ILane<TLane>
    {
        public static TLane Sign(TLane x) => TLane.Sign(x);

        public static TLane Held(TLane x) => TLane.Held(x);
    }
}
