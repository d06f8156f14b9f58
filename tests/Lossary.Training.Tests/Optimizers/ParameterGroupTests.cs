namespace Lossary.Training.Tests;

public sealed class ParameterGroupTests
{
    [Fact]
    public void A_group_without_decay_leaves_biases_alone()
    {
        Network<double> network = Make();
        double[] before = network.Weights.ToArray();
        network.ClearGradients();
        new AdamW<double>(0.1) { WeightDecay = 0.5, Groups = [ParameterGroup<double>.WithoutDecay] }.Step(network);
        foreach (NetworkParameter<double> parameter in network.Parameters)
        {
            // Without gradient nothing moves but by decay: 1 − 0.1 · 0.5 of a weight is left.
            double left = parameter.IsPenalized ? 0.95 : 1;
            Assert.Equal(Expected(network, parameter, before, left), parameter.Tensor.Values.ToArray());
        }
    }

    [Fact]
    public void A_group_has_a_learning_rate_of_its_own_and_the_first_group_counts()
    {
        Network<double> network = Make();
        double[] before = network.Weights.ToArray();
        network.Gradients.Fill(1);
        Sgd<double> optimizer = new(0.5)
        {
            Groups =
            [
                new() { Holds = parameter => parameter == network.Parameters[0], LearningRateFactor = 0 },
                new() { Holds = parameter => parameter.IsPenalized, LearningRateFactor = 0.25 },
            ],
        };
        optimizer.Step(network);
        double[] moved = [.. network.Parameters.Select(
            parameter => Before(network, parameter, before)[0] - parameter.Tensor.Values[0])];
        Assert.Equal([0, 0.5, 0.125, 0.5], moved.Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void Groups_that_change_nothing_give_the_same_bits()
    {
        Network<double> grouped = Make(), plain = Make();
        Adam<double> withGroups = new(0.1) { Groups = [new() { Holds = parameter => parameter.IsPenalized }] };
        Adam<double> without = new(0.1);
        for (int step = 1; step < 4; step++)
        {
            grouped.Gradients.Fill(step);
            plain.Gradients.Fill(step);
            withGroups.Step(grouped);
            without.Step(plain.Weights, plain.Gradients);
        }

        Assert.Equal(Numbers(plain), Numbers(grouped));
    }

    [Fact]
    public void What_groups_need_is_said()
    {
        Sgd<double> optimizer = new(0.1) { Groups = [ParameterGroup<double>.WithoutDecay] };
        Assert.Contains(
            "parameter groups (1)",
            Assert.Throws<InvalidOperationException>(() => optimizer.Step(new double[3], new double[3])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ParameterGroup<float> { Holds = _ => true, LearningRateFactor = -1 });
        Assert.Throws<ArgumentNullException>(() => new ParameterGroup<float> { Holds = null! });
        optimizer.Step(Make());
        Assert.Throws<ArgumentException>(() => optimizer.Step(Make()));
    }

    private static Network<double> Make() => Network<double>.Perceptron(new PerceptronOptions
    {
        Inputs = 3,
        Hidden = [5],
        Outputs = 2,
        OutputBias = [0.5, -0.25],
        Seed = 1,
    });

    /// <summary>Without the gaps between parameters, which groups need not touch.</summary>
    private static double[] Numbers(Network<double> network) =>
        [.. network.Parameters.SelectMany(parameter => parameter.Tensor.Values.ToArray())];

    private static double[] Expected(
        Network<double> network, NetworkParameter<double> parameter, double[] before, double left) =>
        [.. Before(network, parameter, before).Select(value => left * value)];

    private static double[] Before(Network<double> network, NetworkParameter<double> parameter, double[] before)
    {
        network.Weights.Overlaps(parameter.Tensor.Values, out int start);
        return before[start..(start + parameter.Shape.Length)];
    }
}
