using Lossary.Audit;
using Lossary.Tests.Shared;

namespace Lossary.Repository.Tests;

/// <summary>The audit's own numbers, against what the golden corpus knows to every digit.</summary>
public sealed class BigFloatTests
{
    public static TheoryData<string> Functions => ["exp", "expm1", "log", "log1p", "sqrt", "erf", "lgamma", "digamma"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Functions_round_to_the_golden_numbers(string operation)
    {
        foreach (GoldenCase golden in GoldenFile.Read("ulp_mpmath").Of(operation))
        {
            double[] inputs = golden.Inputs["input"].Data, expected = golden.Values["none"].Data;
            for (int i = 0; i < inputs.Length; i++)
            {
                BigFloat exact = Compute(operation, inputs[i]);
                double error = Ulp.Outside((exact, exact), expected[i]);
                Assert.True(error <= 0.5, $"{operation}({inputs[i]:R}) is off by {error:R} units in the last place");
            }
        }
    }

    [Fact]
    public void Complement_of_the_error_function_holds_where_it_is_tiny()
    {
        // mpmath: erfc(10) = 2.088487583762544757000786e-45
        Assert.Equal(1, BigFloat.Erfc(10).ToDouble() / 2.0884875837625448e-45, 14);
    }

    [Fact]
    public void Not_a_number_and_infinities_behave_as_in_arithmetic()
    {
        Assert.True((BigFloat.PositiveInfinity - BigFloat.PositiveInfinity).IsNaN);
        Assert.True((BigFloat.PositiveInfinity * 0).IsNaN);
        Assert.True(BigFloat.Exp(BigFloat.NegativeInfinity).IsZero);
        Assert.Equal(BigFloat.NegativeInfinity, BigFloat.Log(0));
        Assert.Equal(double.PositiveInfinity, Ulp.Outside((1, 1), double.NaN));
        Assert.Equal(1, Ulp.Outside((1, 1), 1 + double.BitIncrement(0) + 2.220446049250313e-16), 12);
    }

    private static BigFloat Compute(string operation, double x) => operation switch
    {
        "exp" => BigFloat.Exp(x),
        "expm1" => BigFloat.ExpM1(x),
        "log" => BigFloat.Log(x),
        "log1p" => BigFloat.Log1P(x),
        "sqrt" => BigFloat.Sqrt(x),
        "erf" => BigFloat.Erf(x),
        "lgamma" => BigGamma.LogGamma(x),
        "digamma" => BigGamma.Digamma(x),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not one of the functions."),
    };
}
