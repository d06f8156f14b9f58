using System.Globalization;

namespace Lossary.Losses.Tests;

/// <content>The catalogue knows the loss, and its card says what is so.</content>
public abstract partial class SampleLaws<TLoss>
{
    [Fact]
    public void Catalogue_makes_this_loss_from_its_name()
    {
        string arguments = string.Join(',', Card.Parameters.Zip(Parameters)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First.Name}={p.Second:R}")));
        foreach (string key in Card.Aliases.Prepend(Card.Key))
        {
            ISampleLoss loss = Assert.IsAssignableFrom<ISampleLoss>(
                LossCatalogue.Create(arguments.Length == 0 ? key : $"{key}:{arguments}"));
            Assert.Same(Card, loss.Card);
            foreach ((double x, double t) in Points().Take(20))
            {
                Assert.Equal(new LossPoint(Value(x, t), Slope(x, t), Curvature(x, t)).Slope, Slope(x, t));
                Close.Check(Value(x, t), loss.At(x, t).Value, 1e-13, 1e-15, $"{key} at ({x:R}, {t:R})");
            }

            Assert.Same(Card, LossCatalogue.Create(loss.Name).Card);
        }
    }

    [Fact]
    public void Parameters_out_of_range_are_refused_by_name()
    {
        LossEntry entry = LossCatalogue.Find(Card.Key);
        for (int k = 0; k < Card.Parameters.Count; k++)
        {
            ParameterCard parameter = Card.Parameters[k];
            Assert.True(
                parameter.Range.Contains(parameter.Default), $"the default of {parameter.Name} is out of range");
            foreach (double wrong in Outside(parameter.Range))
            {
                double[] values = [.. Parameters];
                values[k] = wrong;
                ArgumentOutOfRangeException refusal =
                    Assert.Throws<ArgumentOutOfRangeException>(() => entry.Create(values));
                Assert.Equal(parameter.Name, refusal.ParamName);
                Assert.Contains(parameter.Name, refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Card_is_complete()
    {
        Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", Card.Key);
        Assert.All(Card.Aliases, alias => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", alias));
        Assert.EndsWith(".", Card.Use, StringComparison.Ordinal);
        Assert.Matches("(1[6-9]|20)[0-9][0-9]", Card.Reference);
        Assert.False(string.IsNullOrWhiteSpace(Card.Names.Chinese));
        Assert.NotEqual(LossTask.None, Card.Tasks);
        Assert.Equal(Parameters.Count, Card.Parameters.Count);
        Assert.All(Card.Parameters, p => Assert.False(string.IsNullOrWhiteSpace(p.Meaning)));
        Assert.NotEqual("", LossCatalogue.Find(Card.Key).Formula);
    }

    [Fact]
    public void Targets_out_of_domain_are_refused_by_index()
    {
        ISampleLoss loss = (ISampleLoss)LossCatalogue.Find(Card.Key).Create([.. Parameters]);
        foreach (double wrong in Outside(Card.Target).Where(double.IsFinite))
        {
            SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 10);
            batch.Targets[3] = wrong;
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => loss.Evaluate(
                new LossBatch<double> { Predictions = batch.Predictions, Targets = batch.Targets }));
            Assert.Contains("targets[3]", refusal.Message, StringComparison.Ordinal);
            bool[] mask = [.. Enumerable.Range(0, Some).Select(i => i != 3)];
            Totals totals = loss.Evaluate(
                new LossBatch<double> { Predictions = batch.Predictions, Targets = batch.Targets, Mask = mask });
            Assert.True(double.IsFinite(totals.Sum));
        }
    }

    private static IEnumerable<double> Outside(Domain domain) =>
        new[]
        {
            double.NaN, double.NegativeInfinity, double.PositiveInfinity, domain.Low, domain.High,
            domain.Low - 1, domain.High + 1, 0,
        }.Where(x => !domain.Contains(x)).Distinct();
}
