import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationsModule } from '../consultations/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { Subscription } from './subscription.entity.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { SubscriptionsQueries } from './subscriptions.queries.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { Subscriptions } from './subscriptions.service.js';

/** What people follow, and what is new in it. */
@Module({
  imports: [ConsultationsModule, IdentityModule, TypeOrmModule.forFeature([Subscription])],
  controllers: [SubscriptionsController],
  providers: [Subscriptions, SubscriptionsQueries, SubscriptionsRepository],
  exports: [Subscriptions, SubscriptionsQueries],
})
export class SubscriptionsModule {}
