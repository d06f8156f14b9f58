using Lossary.Numerics;
using Lossary.Tests.Shared;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class ActivationTests
{
    public static TheoryData<string> Names => [.. Variants.Select(activation => activation.Name)];

    private static IReadOnlyList<Activation> Variants =>
    [
        .. Activation.All, Activation.Elu(0.5), Activation.Celu(1.5), Activation.LeakyRelu(0.3),
        Activation.LeakyRelu(-0.5), Activation.Softplus(2, 10), Activation.HardShrink(0.2), Activation.SoftShrink(0.2),
        Activation.HardTanh(-0.5, 0.75),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_is_the_slope_of_the_value(string name)
    {
        Activation activation = Activation.Parse(name);
        Tensor<double> input = Variable(new Shape(6, 7), 6);
        KeepFromKinks(input);
        Check(tape => tape.Weighed(tape.Activate(tape.Scale(input, 2), activation)), input);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_can_be_differentiated_again(string name)
    {
        Activation activation = Activation.Parse(name);
        Tensor<double> input = Variable(new Shape(3, 7), 7);
        KeepFromKinks(input);
        Check(
            tape =>
            {
                Tensor<double> output = tape.Activate(tape.Scale(input, 2), activation);
                Tensor<double> slope = tape.Gradient(tape.Sum(tape.Multiply(output, input)), input);
                return tape.Weighed(slope);
            },
            input);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_of_an_activation_makes_the_same_one(string name)
    {
        Activation activation = Variants.First(variant => variant.Name == name);
        Activation parsed = Activation.Parse(name);
        Assert.Equal(activation, parsed);
        Assert.Equal(activation.Value(-0.6), parsed.Value(-0.6));
        Assert.Equal(activation.Value(0.9), parsed.Value(0.9));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lanes_agree_with_single_numbers_to_the_last_bit(string name)
    {
        Activation activation = Activation.Parse(name);
        double[] at = [.. Enumerable.Range(-300, 601).Select(i => i / 23.0)];
        double[] values = new double[at.Length];
        activation.Forward<double>(at, values);
        Assert.Equal(at.Select(activation.Value), values);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Float_rounds_what_double_computes(string name)
    {
        Activation activation = Activation.Parse(name);
        float[] at = [.. Enumerable.Range(-300, 601).Select(i => i / 31f)];
        float[] values = new float[at.Length], slopes = new float[at.Length];
        activation.Forward<float>(at, values);
        bool fromOutput = activation.KnowsSlopeFromOutput;
        activation.Backward<float>(fromOutput ? values : at, [.. at.Select(_ => 1f)], slopes, accumulate: false);
        for (int i = 0; i < at.Length; i++)
        {
            // Eight roundings of float, 2⁻²⁴ each, of numbers up to the value's own terms.
            double tolerance = 8 / 16777216.0 * (1 + Math.Abs(at[i]));
            Assert.Equal(activation.Value(at[i]), values[i], tolerance);
            Assert.Equal(activation.Slope(at[i]), slopes[i], 4 * tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_not_a_number_stays_so_and_large_numbers_do_not_become_so(string name)
    {
        Activation activation = Activation.Parse(name);
        Assert.True(double.IsNaN(activation.Value(double.NaN)));
        foreach (double x in (double[])[-1e4, -800, -90, -1e-300, -0.0, 1e-300, 90, 800, 1e4])
        {
            Assert.True(double.IsFinite(activation.Value(x)), $"{name} at {x}");
            Assert.True(double.IsFinite(activation.Slope(x)), $"slope of {name} at {x}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_slope_told_by_the_output_is_the_slope(string name)
    {
        Activation activation = Activation.Parse(name);
        double[] at = [.. Enumerable.Range(-60, 121).Select(i => i / 7.0)];
        double[] kept = [.. at], slopes = new double[at.Length];
        if (activation.KnowsSlopeFromOutput)
        {
            activation.Forward<double>(at, kept);
        }

        activation.Backward<double>(kept, [.. at.Select(_ => 1.0)], slopes, accumulate: false);
        Assert.Equal(at.Select(activation.Slope), slopes, (x, y) => Math.Abs(x - y) <= 1e-15);
    }

    [Theory]
    [InlineData("gelu")]
    [InlineData("mish")]
    [InlineData("elu")]
    public void Any_number_of_threads_gives_the_same_bits(string name)
    {
        Activation activation = Activation.Parse(name);
        double[] at = [.. Enumerable.Range(0, 200_003).Select(i => Math.Cos(i) * 9)];
        (double[] alone, double[] shared) = Threads.Both(() =>
        {
            double[] values = new double[at.Length];
            activation.Forward<double>(at, values);
            return values;
        });
        Assert.Equal(alone, shared);
    }

    [Fact]
    public void Published_values()
    {
        // GELU: 0.5·2·(1 + erf √2) with erf √2 = 0.9544997361036416. Mish(1) and SELU(−1) by mpmath to 16 digits.
        Assert.Equal(1.9544997361036416, Activation.Gelu.Value(2), 1e-15);
        Assert.Equal(0.8650983882673103, Activation.Mish.Value(1), 1e-15);
        Assert.Equal(1.0507009873554805 * 1.6732632423543772 * (Math.Exp(-1) - 1), Activation.Selu.Value(-1), 1e-15);
        Assert.Equal(2.0 / 3, Activation.HardSwish.Value(1), 1e-15);
    }

    [Fact]
    public void An_activation_of_the_users_own_differentiates_itself()
    {
        Activation square = Activation.Of("square", new Square());
        Tensor<double> input = Variable(new Shape(3, 5), 8);
        Check(tape => tape.Weighed(tape.Activate(input, square)), input);
        Assert.Equal("square", square.ToString());
    }

    [Theory]
    [InlineData("rulu", "No activation is called \"rulu\"")]
    [InlineData("relu:alpha=1", "relu has no parameter \"alpha\"; it has none.")]
    [InlineData("elu:beta=1", "elu has no parameter \"beta\"; it has alpha.")]
    [InlineData("elu:alpha", "is not of the form parameter=number")]
    public void Unreadable_text_is_explained(string text, string reason) => Assert.Contains(
        reason, Assert.Throws<FormatException>(() => Activation.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => Activation.Elu(0)).ParamName);
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => Activation.Softplus(-1)).ParamName);
        Assert.Equal("most", Assert.Throws<ArgumentOutOfRangeException>(() => Activation.HardTanh(1, 1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Activation.LeakyRelu(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Activation.HardShrink(-1));
    }

    [Fact]
    public void Running_one_allocates_nothing()
    {
        float[] values = new float[100];
        void Run()
        {
            foreach (Activation activation in Activation.All)
            {
                activation.Forward<float>(values, values);
                activation.Backward<float>(values, values, values, accumulate: true);
            }
        }

        for (int i = 0; i < 100; i++)
        {
            Run();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            foreach (Activation activation in Activation.All)
            {
                _ = activation.KnowsSlopeFromOutput;
            }
        }

        long enumerating = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            Run();
        }

        Assert.Equal(enumerating, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Moves numbers off the points that any of the piecewise ones bends at, twice the number being used.</summary>
    private static void KeepFromKinks(Tensor<double> input)
    {
        foreach (ref double value in input.Values)
        {
            foreach (double kink in (double[])[-0.5, -0.375, -0.25, -0.1, 0.1, 0.25, 0.375, 0.5])
            {
                value = Math.Abs(value - kink) < 0.005 ? kink + 0.005 : value;
            }
        }
    }

    private readonly struct Square : IActivation<Square>
    {
        public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => x * x;
    }
}
