using System.Text.Json;

namespace Lossary.Training.Tests;

/// <summary>PyTorch's clipping: tests/golden/grad_clip.json.</summary>
public sealed class GradientClippingTests
{
    public static TheoryData<GoldenCase> NormCases => GoldenCase.Of("grad_clip.json", "clip_grad_norm");

    public static TheoryData<GoldenCase> ValueCases => GoldenCase.Of("grad_clip.json", "clip_grad_value");

    [Theory]
    [MemberData(nameof(NormCases))]
    public void By_norm_as_the_reference_does(GoldenCase golden)
    {
        double[] gradient = Flat(golden.Inputs.GetProperty("grads"));
        double norm = GradientClipping.ByNorm<double>(
            gradient,
            golden.Arguments.GetProperty("max_norm").GetDouble(),
            GoldenCase.Number(golden.Arguments.GetProperty("norm_type")));
        golden.Check(GoldenCase.Numbers(golden.Expected.GetProperty("total_norm")), [norm]);
        golden.Check(Flat(golden.Expected.GetProperty("grads")), gradient);
    }

    [Theory]
    [MemberData(nameof(ValueCases))]
    public void By_value_as_the_reference_does(GoldenCase golden)
    {
        double[] gradient = Flat(golden.Inputs.GetProperty("grads"));
        GradientClipping.ByValue<double>(gradient, golden.Arguments.GetProperty("clip_value").GetDouble());
        golden.Check(Flat(golden.Expected.GetProperty("grads")), gradient);
    }

    [Fact]
    public void A_float_gradient_whose_squares_overflow_has_a_norm() =>
        Assert.Equal(5e30, GradientClipping.Norm<float>([3e30f, 4e30f]), 1e24);

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(2048)]
    [InlineData(5003)]
    public void The_norm_of_floats_is_that_of_their_doubles(int length)
    {
        Random random = new(length);
        float[] gradient = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
        double expected = Math.Sqrt(gradient.Sum(x => (double)x * x));
        Assert.Equal(expected, GradientClipping.Norm<float>(gradient), 1e-6 * expected);
    }

    [Fact]
    public void A_float_gradient_whose_squares_vanish_has_a_norm() =>
        Assert.Equal(5e-30, GradientClipping.Norm<float>([3e-30f, 4e-30f]), 1e-36);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void The_norm_of_a_gradient_that_is_not_finite_is_not(float element) =>
        Assert.False(double.IsFinite(GradientClipping.Norm<float>([.. new float[100], element])));

    [Fact]
    public void Limits_below_0_and_orders_of_0_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByNorm<float>(new float[1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByValue<float>(new float[1], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.Norm<float>(new float[1], 0));
    }

    private static double[] Flat(JsonElement tensors) => [.. tensors.EnumerateArray().SelectMany(GoldenCase.Numbers)];
}
