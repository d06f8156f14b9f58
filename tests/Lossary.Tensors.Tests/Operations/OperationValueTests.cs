using Lossary.Numerics;

namespace Lossary.Tensors.Tests;

public sealed class OperationValueTests
{
    private readonly Tape<double> _tape = new();

    [Fact]
    public void Dense_is_product_plus_bias_through_the_activation()
    {
        Tensor<double> input = _tape.Constant(new Shape(1, 2), [1, 2]);
        Tensor<double> weights = _tape.Constant(new Shape(2, 2), [3, -4, 5, -6]);
        Tensor<double> bias = _tape.Constant(new Shape(2), [0.5, 1]);
        // By hand: 1·3 + 2·5 + 0.5 = 13.5; 1·(−4) + 2·(−6) + 1 = −15, which ReLU cuts off.
        Assert.Equal([13.5, -15], _tape.Dense(input, weights, bias).Values.ToArray());
        Assert.Equal([13.5, 0], _tape.Dense(input, weights, bias, Activation.Relu).Values.ToArray());
    }

    [Fact]
    public void Dense_takes_all_axes_but_the_last_for_rows()
    {
        Tensor<double> weights = _tape.Constant(new Shape(2, 2), [3, -4, 5, -6]);
        Tensor<double> bias = _tape.Constant(new Shape(2), [0.5, 1]);
        double[] values = [.. Enumerable.Range(0, 12).Select(i => (double)i)];
        Tensor<double> sequences = _tape.Dense(_tape.Constant(new Shape(3, 2, 2), values), weights, bias);
        Tensor<double> rows = _tape.Dense(_tape.Constant(new Shape(6, 2), values), weights, bias);
        Assert.Equal(new Shape(3, 2, 2), sequences.Shape);
        Assert.Equal(rows.Values.ToArray(), sequences.Values.ToArray());
    }

    [Fact]
    public void BatchMatMul_is_a_product_for_each_matrix()
    {
        Tensor<double> left = _tape.Constant(new Shape(2, 1, 2), [1, 2, 3, 4]);
        Tensor<double> right = _tape.Constant(new Shape(2, 2, 2), [1, 2, 3, 4, 5, 6, 7, 8]);
        // By hand: [1 2]·[1 2; 3 4] = [7 10], [3 4]·[5 6; 7 8] = [43 50]; with the right ones transposed [5 11] and [39 53].
        Assert.Equal([7.0, 10, 43, 50], _tape.BatchMatMul(left, right).Values.ToArray());
        Assert.Equal([5.0, 11, 39, 53], _tape.BatchMatMul(left, right, transposesRight: true).Values.ToArray());
    }

    [Fact]
    public void BatchMatMul_refuses_shapes_that_do_not_fit_with_both()
    {
        Tensor<double> left = _tape.Constant(new Shape(1, 1, 2), [1, 2]);
        Tensor<double> right = _tape.Constant(new Shape(1, 3, 1), [1, 2, 3]);
        Tensor<double> matrix = _tape.Constant(new Shape(2, 1), [1, 2]);
        Assert.StartsWith(
            "BatchMatMul: left is [1, 1, 2], right is [1, 3, 1]; the columns of left (2) must be as many as the rows of right (3).",
            Assert.Throws<ArgumentException>(() => _tape.BatchMatMul(left, right)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "BatchMatMul: left is [1, 1, 2], right is [2, 1];",
            Assert.Throws<ArgumentException>(() => _tape.BatchMatMul(left, matrix)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Activations_have_their_textbook_values()
    {
        Tensor<double> x = _tape.Constant(new Shape(3), [-1, 0, 2]);
        Assert.Equal([0, 0, 2], _tape.Relu(x).Values.ToArray());
        // 1/(1+e) = 0.2689414213699951 and tanh 1 = 0.7615941559557649 (NIST Handbook of Mathematical Functions, 4.5).
        Assert.Equal(0.2689414213699951, _tape.Sigmoid(x).Values[0], 15);
        Assert.Equal(0.5, _tape.Sigmoid(x).Values[1]);
        Assert.Equal(-0.7615941559557649, _tape.Tanh(x).Values[0], 15);
    }

    [Fact]
    public void Not_a_number_passes_through_every_activation()
    {
        Tensor<double> x = _tape.Constant(new Shape(1), [double.NaN]);
        Assert.All(
            Activation.All,
            activation => Assert.True(double.IsNaN(_tape.Activate(x, activation).Scalar)));
    }

    [Fact]
    public void Dropout_keeps_the_mean_and_drops_the_asked_for_part()
    {
        double[] ones = Enumerable.Repeat(1.0, 40_000).ToArray();
        Tensor<double> dropped = _tape.Dropout(_tape.Constant(new Shape(40_000), ones), 0.25, new RandomStream(1));
        double[] values = dropped.Values.ToArray();
        // 40,000 draws: the standard deviation of the part dropped is √(0.25·0.75/40,000) ≈ 0.0022.
        Assert.Equal(0.25, values.Count(value => value == 0) / 40_000.0, 0.01);
        Assert.All(values.Where(value => value != 0), value => Assert.Equal(4.0 / 3, value));
    }

    [Theory]
    [InlineData(0.3, 19661)]
    [InlineData(1e-9, 0)]
    [InlineData(0.9999999, 65535)]
    public void Dropout_scales_by_the_probability_that_it_draws(double probability, int chances)
    {
        double[] ones = Enumerable.Repeat(1.0, 100_000).ToArray();
        Tensor<double> dropped = _tape.Dropout(_tape.Constant(new Shape(100_000), ones), probability, new RandomStream(1));
        // 0.3 · 2¹⁶ = 19660.8: 19661 of 65536 draws drop, so 65536 / (65536 − 19661) keeps the mean.
        Assert.All(
            dropped.Values.ToArray().Where(value => value != 0),
            value => Assert.Equal(65536.0 / (65536 - chances), value));
        Assert.All(dropped.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Dropout_drops_the_same_elements_in_float_and_double()
    {
        Tape<float> narrow = new();
        Tensor<float> single = narrow.Dropout(
            narrow.Constant(new Shape(100), Ones<float>(100)), 0.5, new RandomStream(3));
        Tensor<double> wide = _tape.Dropout(
            _tape.Constant(new Shape(100), Ones<double>(100)), 0.5, new RandomStream(3));
        Assert.Equal(
            wide.Values.ToArray().Select(value => value == 0), single.Values.ToArray().Select(value => value == 0));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_probability_of_dropping_must_be_below_1(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => _tape.Dropout(_tape.Constant(new Shape(1), [1]), probability, new RandomStream(1)));

    [Fact]
    public void Shapes_that_do_not_fit_are_named_with_the_operation()
    {
        Tensor<double> matrix = _tape.Constant(new Shape(2, 3), new double[6]);
        Tensor<double> vector = _tape.Constant(new Shape(3), new double[3]);
        Refused("MatMul: left is [2, 3], right is [2, 3]", () => _tape.MatMul(matrix, matrix));
        Refused("MatMul: right must be a matrix; its shape is [3]", () => _tape.MatMul(matrix, vector));
        Refused("Dense: input is [2, 3], weights is [2, 3]", () => _tape.Dense(matrix, matrix, vector));
        Tensor<double> pair = _tape.Constant(new Shape(2), new double[2]);
        Refused("Add: left is [2, 3], right is [2]", () => _tape.Add(matrix, pair));
        Refused("Multiply: left is [2, 3], right is [2]", () => _tape.Multiply(matrix, pair));
        Refused("Objective: input is [2, 3], gradient is [3]", () => _tape.Objective(matrix, 0, vector));
    }

    [Fact]
    public void A_bias_of_the_wrong_length_is_named_with_what_it_needs()
    {
        Tensor<double> input = _tape.Constant(new Shape(2, 3), new double[6]);
        Tensor<double> weights = _tape.Constant(new Shape(3, 4), new double[12]);
        Tensor<double> bias = _tape.Constant(new Shape(3), new double[3]);
        Refused("weights is [3, 4], bias is [3]; bias needs 4 elements", () => _tape.Dense(input, weights, bias));
    }

    private static T[] Ones<T>(int count) where T : System.Numerics.INumber<T> => [.. Enumerable.Repeat(T.One, count)];

    private static void Refused(string because, Action attempt) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(attempt).Message, StringComparison.Ordinal);
}
