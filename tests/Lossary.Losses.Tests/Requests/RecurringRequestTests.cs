namespace Lossary.Losses.Tests;

/// <summary>
/// What users of other libraries ask for again and again (24 requests, by the survey of the field that the catalogue was
/// planned from), and the tests that would fail if it were not so here.
/// </summary>
public sealed class RecurringRequestTests
{
    private const int Requests = 24;

    private static readonly Answer[] s_answers =
    [
        // 1. All targets ignored or masked: a loss of 0 with a gradient of 0, never NaN; Totals.IsEmpty tells.
        new(1, typeof(HuberLossTests), nameof(HuberLossTests.Nothing_at_all_has_mean_zero_and_gradient_zero)),
        new(
            1, typeof(CrossEntropyLossTests),
            nameof(CrossEntropyLossTests.Nothing_that_counts_is_a_loss_of_0_with_gradient_0)),
        new(
            1, typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.No_term_that_counts_is_a_loss_of_0_with_a_gradient_of_0)),

        // 2. What a weighted mean divides by, by name: Mean by the weights, MeanOverCount by the samples.
        new(2, typeof(HuberLossTests), nameof(HuberLossTests.Reductions_divide_value_gradient_and_curvature_alike)),
        new(
            2, typeof(CrossEntropyLossTests),
            nameof(CrossEntropyLossTests.Gradient_of_a_reduction_is_that_of_the_sum_over_what_it_divides_by)),
        new(2, typeof(DefectsOfOthersTests), nameof(DefectsOfOthersTests.Weighted_mean_is_divided_once)),

        // 3. A mask is no weight of 0: what is masked is not evaluated.
        new(3, typeof(HuberLossTests), nameof(HuberLossTests.Mask_takes_samples_out)),
        new(3, typeof(HuberLossTests), nameof(HuberLossTests.What_does_not_count_may_be_NaN)),
        new(
            3, typeof(CrossEntropyLossTests),
            nameof(CrossEntropyLossTests.Masked_or_ignored_or_weightless_row_is_a_row_deleted_even_if_NaN_stands_in_it)),
        new(3, typeof(GaussianLossTests), nameof(GaussianLossTests.A_masked_term_is_out)),

        // 4. Label smoothing with class weights and ignored rows.
        new(
            4, typeof(IdentityTests),
            nameof(IdentityTests.Label_smoothing_with_class_weights_and_ignored_rows_is_the_smoothed_target_of_the_rows_that_count)),
        new(4, typeof(CrossEntropyLossTests), nameof(CrossEntropyLossTests.Class_of_weight_0_is_out_of_a_distribution)),
        new(
            4, typeof(TokenCrossEntropyLossTests),
            nameof(TokenCrossEntropyLossTests.Smoothing_of_others_only_is_smoothing_of_all_by_a_larger_share)),

        // 5. Weights on every loss, those of regression among them.
        new(5, typeof(SquaredLossTests), nameof(SquaredLossTests.Weights_tell_how_often_a_sample_counts)),
        new(5, typeof(CrossEntropyLossTests), nameof(CrossEntropyLossTests.Weight_2_is_a_row_twice)),
        new(5, typeof(GaussianLossTests), nameof(GaussianLossTests.Weights_multiply_the_terms)),

        // 6. Gradient accumulation: sums and denominators of micro-batches add up.
        new(6, typeof(HuberLossTests), nameof(HuberLossTests.Parts_of_a_batch_add_to_the_whole)),
        new(6, typeof(CrossEntropyLossTests), nameof(CrossEntropyLossTests.Totals_of_micro_batches_add_up)),
        new(6, typeof(GaussianLossTests), nameof(GaussianLossTests.Parts_of_a_batch_add_up_unless_samples_are_coupled)),
        new(
            6, typeof(TokenCrossEntropyLossTests),
            nameof(TokenCrossEntropyLossTests.A_fixed_denominator_is_a_sum_with_weights_of_one_by_it)),

        // 7. Memory of a large vocabulary.
        new(
            7, typeof(LinearCrossEntropyLossTests),
            nameof(LinearCrossEntropyLossTests.It_takes_at_most_an_eighth_of_the_plain_form_s_memory)),
        new(
            7, typeof(LinearCrossEntropyLossTests),
            nameof(LinearCrossEntropyLossTests.In_floats_gradients_equal_the_plain_form_s_to_a_millionth)),

        // 8. CTC: labels that cannot be read, long sequences, the right gradient.
        new(
            8, typeof(UnreadableLabelsTests),
            nameof(UnreadableLabelsTests.They_cost_infinity_which_leaves_the_other_samples_terms_and_gradients_as_they_are)),
        new(
            8, typeof(UnreadableLabelsTests),
            nameof(UnreadableLabelsTests.With_zero_infinity_they_cost_0_and_pull_nowhere_but_count_in_the_mean)),
        new(8, typeof(CtcLossTests), nameof(CtcLossTests.A_long_sequence_of_even_odds_stays_exact)),
        new(
            8, typeof(CtcOnLogProbabilitiesLossTests),
            nameof(CtcOnLogProbabilitiesLossTests.Gradient_is_the_slope_of_the_value)),

        // 9. Second derivatives of all, exact or said to be in part.
        new(9, typeof(HuberLossTests), nameof(HuberLossTests.Curvature_is_the_difference_quotient_of_the_slope)),
        new(
            9, typeof(CtcLossTests),
            nameof(CtcLossTests.A_product_of_the_Hessian_is_the_slope_of_the_gradient_along_it)),
        new(
            9, typeof(KullbackLeiblerLossTests),
            nameof(KullbackLeiblerLossTests.Curvature_is_what_the_formula_says_when_it_differentiates_itself)),

        // 10. The same bits on any number of threads.
        new(10, typeof(SampleChunksTests), nameof(SampleChunksTests.Threads_do_not_change_a_bit)),
        new(10, typeof(CrossEntropyLossTests), nameof(CrossEntropyLossTests.Number_of_threads_does_not_change_a_bit)),
        new(10, typeof(CtcLossTests), nameof(CtcLossTests.Same_inputs_give_the_same_bits_on_any_number_of_threads)),

        // 11. Mixed precision: sums in double, logits beside every loss of probabilities. Halves are widened by the caller.
        new(
            11, typeof(NarrowNumbersTests),
            nameof(NarrowNumbersTests.A_million_floats_add_up_without_losing_the_small_ones)),
        new(11, typeof(NarrowNumbersTests), nameof(NarrowNumbersTests.Halves_are_widened_first_and_overflow_nothing)),
        new(
            11, typeof(NarrowNumbersTests),
            nameof(NarrowNumbersTests.What_takes_probabilities_has_a_twin_that_takes_logits)),
        new(11, typeof(HuberLossTests), nameof(HuberLossTests.Finite_stays_finite_in_float_where_the_exact_value_is)),

        // 12. Kullback-Leibler: its mean, its argument order, targets of 0 and below.
        new(12, typeof(DivergenceTests), nameof(DivergenceTests.Mean_over_rows_is_the_batch_mean_of_PyTorch)),
        new(12, typeof(DivergenceTests), nameof(DivergenceTests.Nothing_predicted_and_nothing_there_costs_nothing)),
        new(12, typeof(KullbackLeiblerLossTests), nameof(KullbackLeiblerLossTests.Targets_out_of_domain_are_refused_by_index)),
        new(
            12, typeof(PeerDefectTests),
            nameof(PeerDefectTests.Targets_are_probabilities_unless_the_loss_says_logarithms)),

        // 13. Gaussian likelihood: one variance, one for each, a matrix; logarithms; a least variance with a gradient.
        new(
            13, typeof(SharedVarianceTests),
            nameof(SharedVarianceTests.One_variance_for_all_is_learnt_as_the_mean_square)),
        new(
            13, typeof(SharedVarianceTests),
            nameof(SharedVarianceTests.As_logarithm_as_number_and_as_matrix_it_is_one_likelihood)),
        new(
            13, typeof(GaussianVarianceLossTests),
            nameof(GaussianVarianceLossTests.A_variance_below_the_least_counts_as_the_least_and_still_has_a_gradient)),
        new(
            13, typeof(GaussianVarianceLossTests),
            nameof(GaussianVarianceLossTests.Inputs_of_other_shapes_are_refused_and_terms_are_averaged_not_summed_over_features)),

        // 14. Logits of −∞ where a class is masked.
        new(
            14, typeof(CrossEntropyLossTests),
            nameof(CrossEntropyLossTests.Class_of_probability_0_and_share_0_has_loss_0_and_gradient_0)),
        new(
            14, typeof(FocalCrossEntropyLossTests),
            nameof(FocalCrossEntropyLossTests.Class_of_probability_0_and_share_0_has_loss_0_and_gradient_0)),

        // 15. No silent broadcasting.
        new(15, typeof(SampleEvaluationTests), nameof(SampleEvaluationTests.Lengths_that_differ_are_refused_with_both)),
        new(
            15, typeof(SampleEvaluationTests),
            nameof(SampleEvaluationTests.Tensors_of_other_shapes_are_refused_with_both)),
        new(
            15, typeof(GaussianLossTests),
            nameof(GaussianLossTests.A_missing_an_unknown_and_a_misshapen_input_are_refused_by_name)),

        // 16. The losses that are missed most: focal, quantile and several, Tweedie, zero-inflated.
        new(16, typeof(FieldCatalogueTests), nameof(FieldCatalogueTests.Every_number_of_the_first_tier_is_here)),
        new(16, typeof(RecurringRequestTests), nameof(The_losses_that_are_missed_most_are_here)),

        // 17. Ignored pixels in every loss of overlap, Lovász among them.
        new(17, typeof(IgnoredPixelTests), nameof(IgnoredPixelTests.It_costs_what_the_image_without_it_costs)),
        new(17, typeof(IgnoredPixelTests), nameof(IgnoredPixelTests.All_ignored_is_0_or_right_with_a_gradient_of_0)),

        // 18. Nothing marked: Dice and its kin.
        new(
            18, typeof(EmptyTruthTests),
            nameof(EmptyTruthTests.A_class_that_is_nowhere_leaves_value_and_gradient_finite)),
        new(
            18, typeof(EmptyTruthTests),
            nameof(EmptyTruthTests.Nothing_found_where_nothing_is_costs_0_and_something_found_there_costs_more)),
        new(18, typeof(DiceLossTests), nameof(DiceLossTests.A_class_that_is_absent_is_left_out_of_the_divisor_too)),

        // 19. Degenerate boxes.
        new(
            19, typeof(CompleteIntersectionOverUnionLossTests),
            nameof(CompleteIntersectionOverUnionLossTests.Boxes_without_area_have_a_finite_cost_and_gradient)),
        new(
            19, typeof(IntersectionOverUnionLossTests),
            nameof(IntersectionOverUnionLossTests.Boxes_without_area_have_a_finite_cost_and_gradient)),
        new(
            19, typeof(IntersectionOverUnionLossTests),
            nameof(IntersectionOverUnionLossTests.A_box_whose_right_is_left_of_its_left_is_refused)),

        // 20. A custom objective is the built-in one: start, link, gradient and curvature go with the loss. Conformance runs
        // XGBoost's objectives beside these.
        new(
            20, typeof(ConstantPredictionTests),
            nameof(ConstantPredictionTests.No_constant_costs_less_than_the_one_named)),
        new(20, typeof(CountIdentityTests), nameof(CountIdentityTests.Value_and_slope_are_of_the_same_variable)),
        new(20, typeof(CountIdentityTests), nameof(CountIdentityTests.Second_derivative_of_Poisson_is_exact)),
        new(
            20, typeof(LambdaRankLossTests),
            nameof(LambdaRankLossTests.Norm_gives_the_gradients_that_LightGBM_computes)),

        // 21. Losses that anybody can call, by type and by name, with the definitions of PyTorch.
        new(21, typeof(HuberLossTests), nameof(HuberLossTests.Catalogue_makes_this_loss_from_its_name)),
        new(21, typeof(GoldenClassTests), nameof(GoldenClassTests.Cross_entropy_agrees_with_PyTorch)),

        // 22. Ignored is not excluded, and a class number is checked.
        new(
            22, typeof(CrossEntropyLossTests),
            nameof(CrossEntropyLossTests.Target_out_of_range_is_refused_by_index_class_and_number_of_classes)),
        new(22, typeof(TokenCrossEntropyLossTests), nameof(TokenCrossEntropyLossTests.An_ignored_class_does_not_count)),

        // 23. Contrastive losses of large batches: bounded memory, the same order always. Several devices are none of ours.
        new(23, typeof(BatchTermsTests), nameof(BatchTermsTests.Memory_does_not_grow_with_the_square_of_the_batch)),
        new(
            23, typeof(BatchTermsTests),
            nameof(BatchTermsTests.Several_blocks_give_the_same_bits_on_any_number_of_threads)),
        new(23, typeof(ArcFaceLossTests), nameof(ArcFaceLossTests.Float_agrees_with_double)),

        // 24. Targets that cannot be are refused, with their place.
        new(24, typeof(TweedieLossTests), nameof(TweedieLossTests.Targets_out_of_domain_are_refused_by_index)),
        new(24, typeof(DomainCheckTests), nameof(DomainCheckTests.Only_what_is_out_is_refused_wherever_it_stands)),
        new(
            24, typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.NaN_is_refused_with_its_place_in_what_is_not_learnt)),
    ];

    [Fact]
    public void Every_request_has_an_answer() =>
        Assert.Equal(Enumerable.Range(1, Requests), s_answers.Select(answer => answer.Request).Distinct());

    [Fact]
    public void Every_answer_is_a_test_that_runs() =>
        Assert.All(s_answers, answer => TestNames.Check(answer.Class, answer.Test));

    [Theory]
    [InlineData("focal", LossTask.MultiClass)]
    [InlineData("binary-focal", LossTask.Binary)]
    [InlineData("quantile", LossTask.Regression)]
    [InlineData("multi-quantile", LossTask.Probabilistic)]
    [InlineData("tweedie", LossTask.Regression)]
    [InlineData("zero-inflated-log-normal", LossTask.Probabilistic)]
    public void The_losses_that_are_missed_most_are_here(string key, LossTask task)
    {
        LossCard card = LossCatalogue.Find(key).Card;
        Assert.Equal(key, card.Key);
        Assert.True(card.Tasks.HasFlag(task), $"{key} is for {card.Tasks}");
    }

    /// <summary>A test that holds a request.</summary>
    private sealed record Answer(int Request, Type Class, string Test);
}
